fn main() { match true { false..=true => {} } }
