use std::sync::Mutex;
use std::thread;

pub type Bank = Mutex<(i32, i32)>;

pub fn open() -> Bank {
    Mutex::new((100, 100))
}

pub fn transfer(bank: &Bank, n: u32) {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..n {
                    let accounts = bank.lock().unwrap();
                    if accounts.0 > 0 {
                        accounts.0 -= 1;
                        accounts.1 += 1;
                    }
                }
            });
        }
    });
}
