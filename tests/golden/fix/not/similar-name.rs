fn main() { let price = 3; println!("{} {}", weight, price); }
