struct Lamp(&'static str);

impl Drop for Lamp {
    fn drop(&mut self) {
        println!("{} off", self.0);
    }
}

fn main() {
    let _hall = Lamp("hall");
    let _stairs = Lamp("stairs");
    {
        let _desk = Lamp("desk");
        println!("reading");
    }
    println!("leaving");
}
