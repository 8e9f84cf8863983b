trait Shape: u8 {}
fn main() {}
