fn show(s: str) {}
fn main() {}
