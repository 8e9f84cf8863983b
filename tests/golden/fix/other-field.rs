struct User {
    full_name: String,
    age: u8,
}
fn main() {
    let u = User { full_name: String::from("a"), age: 3 };
    println!("{} {}", u.title, u.age);
}
