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
        let (ticket, value) = self.values.get_mut(key)?;
        *ticket = self.ticket;
        Some(value)
    }

    pub fn put(&mut self, key: K, value: V) {
        self.ticket += 1;
        if self.values.len() == self.room {
            let oldest = self.values.iter().min_by_key(|(_, (ticket, _))| *ticket);
            if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
                self.values.remove(&oldest);
            }
        }
        self.values.insert(key, (self.ticket, value));
    }
}
