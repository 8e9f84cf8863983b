struct Speed { name: String }
fn main() { let v = Speed { name: String::new() } * 3.0; }
