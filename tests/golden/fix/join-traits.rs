use std::fmt::{Debug, Display};
fn show(x: Box<dyn Debug + Display>) { println!("{} {:?}", x, x); }
fn main() { show(Box::new(1)); }
