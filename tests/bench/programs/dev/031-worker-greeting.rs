use std::thread;

fn main() {
    let names = vec!["Lia", "Noa", "Finn"];
    let handle = thread::spawn(|| {
        let mut total = 0;
        for name in &names {
            total += name.len();
        }
        total
    });
    let letters = handle.join().unwrap();
    println!("{letters} letters");
}
