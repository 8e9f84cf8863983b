fn main() { let a: u8 = 256; println!("{a}"); }
