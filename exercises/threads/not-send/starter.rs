use std::rc::Rc;
use std::thread;

pub fn shout(words: Vec<String>) -> (String, usize) {
    let mine = Rc::new(words);
    let theirs = Rc::clone(&mine);
    let worker = thread::spawn(move || theirs.join(" ").to_uppercase());
    let count = mine.len();
    (worker.join().unwrap(), count)
}
