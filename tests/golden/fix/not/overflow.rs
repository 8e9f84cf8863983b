fn main() { println!("{}", 1i32 << 40); }
