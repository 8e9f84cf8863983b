use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let lock = Arc::new(Mutex::new(5));
    let theirs = Arc::clone(&lock);
    let worker = thread::spawn(move || {
        let mut guard = theirs.lock().unwrap();
        *guard = 6;
        panic!("slipped");
    });
    println!("{}", worker.join().is_err());
    println!("{}", lock.lock().is_err());
    let value = match lock.lock() {
        Ok(guard) => *guard,
        Err(poisoned) => *poisoned.into_inner() * 10,
    };
    println!("{value} {}", Arc::strong_count(&lock));
}
