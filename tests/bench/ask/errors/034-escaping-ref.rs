use std::thread;

fn shout_later(text: &str) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        println!("{}!", text.to_uppercase());
    })
}

fn main() {
    let handle = shout_later("tea is ready");
    handle.join().unwrap();
}
