use std::sync::Arc;
use std::thread;
fn main() {
    let n = Arc::new(5);
    for _ in 0..2 {
        thread::spawn(move || println!("{}", n));
    }
}
