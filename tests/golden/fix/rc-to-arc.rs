use std::rc::Rc;
use std::thread;
fn main() {
    let n = Rc::new(5);
    thread::spawn(move || println!("{}", n)).join().unwrap();
}
