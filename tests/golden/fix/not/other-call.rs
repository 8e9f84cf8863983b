fn main() { println!("{}", root(4.0)); }
