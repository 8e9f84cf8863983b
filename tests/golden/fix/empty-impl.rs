trait Hello { fn hello(&self) { println!("hello"); } }
struct Cat;
fn greet(h: &dyn Hello) { h.hello(); }
fn main() { greet(&Cat); }
