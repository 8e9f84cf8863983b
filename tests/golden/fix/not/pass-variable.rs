fn main() { println!("{}", count); }
