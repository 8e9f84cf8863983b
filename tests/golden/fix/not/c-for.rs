fn main() { let n = = 3; for i in 0..n { println!("{i}"); } }
