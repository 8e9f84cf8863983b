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
                    let rich = bank.lock().unwrap().0 >= 0;
                    thread::yield_now();
                    let mut accounts = bank.lock().unwrap();
                    if rich {
                        accounts.0 -= 1;
                        accounts.1 += 1;
                    }
                }
            });
        }
    });
}
