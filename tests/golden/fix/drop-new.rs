struct A { a: u8 }
fn main() { let x = new A { a: 1 }; println!("{}", x.a); }
