struct User { name: String, age: u32 }
fn make(name: String, age: u32) -> User { User { name } }
fn main() { let u = make(String::from("A"), 3); println!("{} {}", u.name, u.age); }
