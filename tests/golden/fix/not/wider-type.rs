fn f(n: u8) {}
fn main() { f(256); }
