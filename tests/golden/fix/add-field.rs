struct User {
    name: String,
}
fn main() {
    let u = User { name: String::from("a"), age: 3 };
    println!("{}", u.name);
}
