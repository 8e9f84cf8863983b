use std::collections::HashMap;

fn helper() {}

fn main() {
    let mut x = 5;
    let y = 6;
    let s: i32 = "a";
    println!("{x}");
}
