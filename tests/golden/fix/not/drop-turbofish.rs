fn main() { let n: u8 = "a"; println!("{n}"); }
