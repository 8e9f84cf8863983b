struct Name(String);
fn show<T: std::fmt::Display>(t: T) { println!("{t}"); }
fn main() { show(vec![1]); let _n = Name(String::new()); }
