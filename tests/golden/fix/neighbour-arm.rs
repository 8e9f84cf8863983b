enum Coin { A, B, C }
fn value(c: Coin) -> u32 { match c { Coin::A => 1, Coin::B => 5 } }
fn main() { println!("{}", value(Coin::A)); }
