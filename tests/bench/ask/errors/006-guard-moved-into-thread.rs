use std::thread;

fn main() {
    let scores = vec![31, 28, 40];
    let worker = thread::spawn(move || scores.iter().sum::<i32>());
    println!("players: {}", scores.len());
    println!("total: {}", worker.join().unwrap());
}
