use std::rc::Rc;
use std::thread;

fn main() {
    let words = Rc::new(vec!["red", "green", "blue"]);
    let mut handles = Vec::new();
    for i in 0..3 {
        let words = Rc::clone(&words);
        handles.push(thread::spawn(move || words[i].len()));
    }
    let total: usize = handles.into_iter().map(|h| h.join().unwrap()).sum();
    println!("{total}");
}
