fn read(text: &str) -> i32 {
    text.parse::<i32>()?
}
fn main() {
    println!("{}", read("5"));
}
