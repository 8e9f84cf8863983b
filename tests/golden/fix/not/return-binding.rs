fn size(v: &[i32]) -> usize { println!("{}", v.len()); }
fn main() { size(&[1]); }
