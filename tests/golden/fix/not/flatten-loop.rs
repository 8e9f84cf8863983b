fn main() { for (1, x) in [(1, 2)] { println!("{x}"); } }
