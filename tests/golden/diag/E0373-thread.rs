use std::thread;

fn main() {
    let names = vec!["a", "b"];
    let t = thread::spawn(|| {
        println!("{names:?}");
    });
    t.join().unwrap();
}
