use std::fmt;
struct List(Vec<u8>);
impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "{} bytes", self.0.len()) }
}
fn print_it<T: fmt::Display>(t: T) { println!("{}", t); }
fn main() {
    let v: Vec<u8> = vec![1, 2];
    print_it(v);
}
