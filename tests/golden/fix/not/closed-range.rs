fn main() { match 3 { 5..=2 => {} _ => {} } }
