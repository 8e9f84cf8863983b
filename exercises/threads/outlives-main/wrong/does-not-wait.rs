use std::thread;

pub fn sum_in_thread(numbers: Vec<u64>) -> u64 {
    let (mut result, copy) = (0, numbers.clone());
    thread::spawn(move || result = copy.iter().sum::<u64>());
    result
}
