use std::thread;

pub fn sum_in_thread(numbers: Vec<u64>) -> u64 {
    let worker = thread::spawn(|| numbers.iter().sum());
    worker.join().unwrap()
}
