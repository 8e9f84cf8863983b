fn make() -> &'static str {
    let s = String::from("a");
    &s
}

fn main() {
    println!("{}", make());
}
