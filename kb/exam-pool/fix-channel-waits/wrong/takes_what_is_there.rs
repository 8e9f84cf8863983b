use std::sync::mpsc;
use std::thread;

fn lengths(texts: Vec<String>) -> Vec<usize> {
    let (sender, receiver) = mpsc::channel();
    for text in texts {
        let sender = sender.clone();
        thread::spawn(move || {
            thread::sleep(std::time::Duration::from_millis(20));
            if !text.is_empty() {
                sender.send(text.chars().count()).unwrap();
            }
        });
    }
    let mut all: Vec<usize> = receiver.try_iter().collect();
    all.sort();
    all
}

fn main() {}
