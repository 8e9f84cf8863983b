use std::thread;

fn main() {
    let greeting = String::from("ready");
    let handle = thread::spawn(|| {
        println!("{greeting}");
    });
    handle.join().unwrap();
}
