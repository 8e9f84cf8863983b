use std::thread;
fn main() {
    let name = String::from("x");
    let t = thread::spawn(move || println!("{}", name));
    println!("{}", name);
    t.join().unwrap();
}
