use std::thread::{self, JoinHandle};

fn start_report(text: String, width: usize) -> JoinHandle<(usize, usize)> {
    thread::spawn(move || {
        let lines = text.split('\n').count();
        let long = text.split('\n').filter(|line| line.len() > width).count();
        (lines, long)
    })
}

fn main() {}
