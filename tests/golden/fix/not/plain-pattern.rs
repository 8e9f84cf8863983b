fn f(mut n: u8 -> u8 { n }
fn main() { f(1); }
