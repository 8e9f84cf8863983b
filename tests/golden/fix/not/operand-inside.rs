fn main() { println!("{}", 1 + "a"); }
