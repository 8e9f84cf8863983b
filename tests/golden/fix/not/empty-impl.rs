trait Hello { fn hello(&self); }
struct Cat;
fn greet(h: &dyn Hello) { h.hello(); }
fn main() { greet(&Cat); }
