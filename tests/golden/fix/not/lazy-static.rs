const fn three() -> usize { String::from("abc").len() }
fn main() { println!("{}", three()); }
