const N: u32 = three();
fn three() -> u32 { 3 }
fn main() { println!("{N}"); }
