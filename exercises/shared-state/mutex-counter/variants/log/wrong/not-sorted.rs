use std::sync::Mutex;
use std::thread;

pub fn race(names: &[&str]) -> Vec<String> {
    let list = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for name in names {
            scope.spawn(|| list.lock().unwrap().push(name.to_string()));
        }
    });
    let mut list = list.into_inner().unwrap();
    list.sort();
    list.reverse();
    list
}
