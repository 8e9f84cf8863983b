struct User {
    name: String,
    age: u8,
}

fn main() {
    let u = User {
        name: String::from("Ada"),
    };
    println!("{} {}", u.name, u.age);
}
