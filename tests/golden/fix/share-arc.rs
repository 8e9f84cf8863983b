use std::sync::Mutex;
use std::thread;

fn main() {
    let total = Mutex::new(0);
    let mut workers = vec![];
    for i in 0..3 {
        let worker = thread::spawn(move || {
            *total.lock().unwrap() += i;
        });
        workers.push(worker);
    }
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{}", *total.lock().unwrap());
}
