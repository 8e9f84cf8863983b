use std::thread;

fn main() {
    let list = vec![1, 2];
    let worker = thread::spawn(|| list.len());
    println!("{}", worker.join().unwrap());
    println!("{list:?}");
}
