fn show(_c: &Config) {}
fn main() {}
