use std::sync::mpsc;
use std::thread;

pub fn gather(jobs: Vec<Vec<u32>>) -> Vec<u32> {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        let sender = sender.clone();
        thread::spawn(move || {
            for number in job {
                sender.send(number * 2).unwrap();
            }
        });
    }
    let mut all: Vec<u32> = receiver.iter().collect();
    drop(sender);
    all.sort();
    all
}
