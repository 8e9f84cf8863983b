mod paint {
    fn mix(a: u8, b: u8) -> u8 {
        ((a as u16 + b as u16) / 2) as u8
    }
    pub fn grey() -> u8 {
        mix(0, 255)
    }
}

fn main() {
    println!("{} {}", paint::grey(), paint::mix(10, 20));
}
