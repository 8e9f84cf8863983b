const MAX: u8 = 500u64;
fn main() { println!("{MAX}"); }
