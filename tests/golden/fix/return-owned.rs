fn name() -> &'static str {
    let s = String::from("x");
    s.as_str()
}
fn main() {
    println!("{}", name());
}
