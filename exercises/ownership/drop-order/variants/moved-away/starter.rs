struct Lamp(&'static str);

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("{} off", self.0);
    }
}

fn carry(lamp: Lamp) {
    println!("carrying {}", lamp.0);
}

fn main() {
    let torch = Lamp("torch");
    let _candle = Lamp("candle");
    carry(torch);
    println!("arrived");
}
