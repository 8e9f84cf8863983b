use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let hits = Arc::new(Mutex::new(0u32));
    let mut handles = Vec::new();
    for _ in 0..4 {
        let hits = Arc::clone(&hits);
        handles.push(thread::spawn(move || {
            *hits.lock().unwrap() += 1;
        }));
    }
    for h in handles {
        h.join().unwrap();
    }
    if hits.lock().unwrap() == 4 {
        println!("all in");
    }
}
