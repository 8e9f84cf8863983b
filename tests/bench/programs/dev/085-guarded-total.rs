use std::sync::Mutex;

fn main() {
    let total = Mutex::new(10);
    {
        let mut guard = total.lock().unwrap();
        guard += 5;
    }
    let value = *total.lock().unwrap();
    println!("{value}");
    println!("{}", value * 2);
}
