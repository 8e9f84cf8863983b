fn f() -> u8 { 1 }
fn main() { let mut n = 0; n = f() + { f() = 3; 2 }; println!("{n}"); }
