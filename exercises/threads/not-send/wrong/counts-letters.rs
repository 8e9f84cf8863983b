use std::sync::Arc;
use std::thread;

pub fn shout(words: Vec<String>) -> (String, usize) {
    let mine = Arc::new(words);
    let theirs = Arc::clone(&mine);
    let worker = thread::spawn(move || theirs.join(" ").to_uppercase());
    let count = mine.concat().len() + 1;
    (worker.join().unwrap(), count)
}
