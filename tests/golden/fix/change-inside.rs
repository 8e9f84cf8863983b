
use std::sync::Mutex;
fn main() {
    let m = Mutex::new(1);
    m += 1;
    println!("{m:?}");
}
