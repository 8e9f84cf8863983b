use std::sync::mpsc;
use std::thread;

pub fn gather(jobs: Vec<Vec<u32>>) -> Vec<u32> {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        let sender = sender.clone();
        thread::spawn(move || {
            if let Some(number) = job.into_iter().next() {
                sender.send(number * 2).unwrap();
            }
        });
    }
    drop(sender);
    let mut all: Vec<u32> = receiver.into_iter().collect();
    all.sort();
    all
}
