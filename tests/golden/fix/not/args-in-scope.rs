fn greet(name: &str, times: u32) { println!("{name} {times}"); }
fn main() { let ok = true; if ok { greet("a"); } }
