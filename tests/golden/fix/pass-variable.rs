fn show() { println!("{}", count); }
fn main() { let count = 3; show(); }
