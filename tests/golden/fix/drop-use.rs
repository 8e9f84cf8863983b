use fancy_crate::Widget;
use std::collections::HashSet;
fn main() {
    let mut s = HashSet::new();
    s.insert(1);
    println!("{}", s.len());
}
