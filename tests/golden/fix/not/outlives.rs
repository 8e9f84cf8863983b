fn pick(first: &str, second: &str) -> &str { if first.is_empty() { second } else { first } }
fn main() { println!("{}", pick("", "b")); }
