fn word() -> &'static str { let text = String::from("one two"); text.trim() }
fn main() { word(); }
