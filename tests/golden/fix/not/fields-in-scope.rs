struct User { name: String, age: u32 }
fn make(name: String) -> User { User { name } }
fn main() { make(String::new()); }
