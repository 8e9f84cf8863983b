enum Event { Quit }
fn main() { let e = Event { code: 3 }; }
