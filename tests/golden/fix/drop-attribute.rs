#[derive(Debug)]
fn main() {}
