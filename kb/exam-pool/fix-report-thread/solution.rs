use std::thread::{self, JoinHandle};

fn start_report(text: String, width: usize) -> JoinHandle<(usize, usize)> {
    thread::spawn(move || {
        let lines = text.lines().count();
        let long = text.lines().filter(|line| line.len() > width).count();
        (lines, long)
    })
}

fn main() {
    let handle = start_report("a\nbcd\n".to_string(), 2);
    println!("{:?}", handle.join().unwrap());
}
