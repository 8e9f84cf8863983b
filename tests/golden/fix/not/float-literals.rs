fn main() { let n: i32 = (1, 2.5).1; println!("{n}"); }
