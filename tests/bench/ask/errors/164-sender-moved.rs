use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    for station in ["north", "south"] {
        thread::spawn(move || {
            tx.send(format!("{station}: 14 degrees")).unwrap();
        });
    }
    for report in rx {
        println!("{report}");
    }
}
