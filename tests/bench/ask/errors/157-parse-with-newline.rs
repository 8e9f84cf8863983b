fn main() {
    let typed = String::from("42\n");
    let age: u32 = typed.parse().expect("not a number");
    println!("{}", age + 1);
}
