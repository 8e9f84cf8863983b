#[cfg(feature = "loud")]
fn shout(s: &str) -> String { s.to_uppercase() }
fn main() { println!("{}", shout("a")); }
