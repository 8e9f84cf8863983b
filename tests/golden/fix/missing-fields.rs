struct User {
    name: String,
    age: u8,
}
fn main() {
    let u = User { name: String::from("a") };
    println!("{} {}", u.name, u.age);
}
