use std::sync::Arc;
use std::thread;

pub fn deposits(n: u32) -> u32 {
    let account = Arc::new(0);
    let mut tellers = Vec::new();
    for _ in 0..4 {
        let account = Arc::clone(&account);
        tellers.push(thread::spawn(move || {
            for _ in 0..n {
                *account += 1;
            }
        }));
    }
    for teller in tellers {
        teller.join().unwrap();
    }
    *account
}
