use std::fmt::Display;

fn secret() -> impl Display {
    42
}

fn main() {
    println!("{}", secret());
    let text = secret().to_string();
    println!("{text}");
    let number: i32 = secret();
    println!("{number}");
}
