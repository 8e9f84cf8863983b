use std::collections::HashMop;
use std::fmt::Nope;

fn main() {
    let mut m = HashMop::new();
    m.insert(1, 2);
    let n: Nope = m;
}
