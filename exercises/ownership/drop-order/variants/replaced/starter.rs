struct Lamp(&'static str);

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("{} off", self.0);
    }
}

fn main() {
    let mut desk = Lamp("old");
    println!("{} on", desk.0);
    desk = Lamp("new");
    let _ = Lamp("spark");
    println!("{} on", desk.0);
}
