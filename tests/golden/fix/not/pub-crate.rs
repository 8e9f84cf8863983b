fn main() { let n = nowhere::thing(1); println!("{n}"); }
