fn sum(v: &[i32]) -> i32 { let mut s = 0; for x in v { s += x; } }
fn main() { println!("{}", sum(&[1, 2])); }
