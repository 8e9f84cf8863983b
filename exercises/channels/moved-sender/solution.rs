use std::sync::mpsc;
use std::thread;

pub fn relay() -> u32 {
    let (sender, receiver) = mpsc::channel();
    for n in 0..3 {
        let sender = sender.clone();
        thread::spawn(move || sender.send(n).unwrap());
    }
    drop(sender);
    receiver.iter().sum()
}
