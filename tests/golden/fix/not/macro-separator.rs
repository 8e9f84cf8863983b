macro_rules! one { ($a:ident) => { $a }; }
fn main() { println!("{}", one!("x")); }
