trait Greet { fn greet(&self); }
struct Cat;
fn main() { Cat.greet(); }
