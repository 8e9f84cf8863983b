use std::sync::{Arc, Mutex};
use std::thread;

pub fn deposits(n: u32) -> u32 {
    let account = Arc::new(Mutex::new(0));
    let mut tellers = Vec::new();
    for _ in 0..4 {
        let account = Arc::clone(&account);
        tellers.push(thread::spawn(move || {
            for _ in 0..n {
                let old = *account.lock().unwrap();
                thread::yield_now();
                *account.lock().unwrap() = old + 1;
            }
        }));
    }
    for teller in tellers {
        teller.join().unwrap();
    }
    *account.lock().unwrap()
}
