use std::sync::mpsc;
use std::thread;

fn lengths(texts: Vec<String>) -> Vec<usize> {
    let (sender, receiver) = mpsc::channel();
    for text in texts {
        let sender = sender.clone();
        thread::spawn(move || {
            if !text.is_empty() {
                sender.send(text.chars().count()).unwrap();
            }
        });
    }
    let mut all: Vec<usize> = receiver.iter().collect();
    all.sort();
    all
}

fn main() {
    let texts = ["one", "three", "four"].map(String::from);
    println!("{:?}", lengths(texts.to_vec()));
}
