use std::fmt::Debug;

fn show<T: Debug + Copy>(value: T) -> String {
    format!("{value:?}")
}

fn main() {
    println!("{}", show(4));
    println!("{}", show("four"));
    println!("{}", show([1.5; 3]));
    println!("{}", show(String::from("four")));
}
