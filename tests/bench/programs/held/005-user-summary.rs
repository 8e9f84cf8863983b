struct User {
    name: String,
    age: u8,
    admin: bool,
}

fn badge(user: User) -> String {
    let User { name, admin } = user;
    if admin {
        format!("[admin] {name}")
    } else {
        name
    }
}

fn main() {
    let a = User { name: "Rosa".into(), age: 41, admin: true };
    let b = User { name: "Timo".into(), age: 19, admin: false };
    println!("ages {} and {}", a.age, b.age);
    println!("{}", badge(a));
    println!("{}", badge(b));
}
