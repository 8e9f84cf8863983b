use std::rc::Rc;
use std::thread;

fn main() {
    let limits = Rc::new(vec![10, 20, 30]);
    let copy = Rc::clone(&limits);
    let handle = thread::spawn(move || copy.iter().sum::<i32>());
    println!("{} {}", limits.len(), handle.join().unwrap());
}
