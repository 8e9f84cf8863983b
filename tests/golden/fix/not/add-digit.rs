fn main() { let mask: u8 = 0b3; }
