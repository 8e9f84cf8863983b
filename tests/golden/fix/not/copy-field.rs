fn main() { let n: &str = 3; println!("{n}"); }
