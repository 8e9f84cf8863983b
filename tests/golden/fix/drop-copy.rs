#[derive(Clone, Copy)]
struct Name {
    text: String,
}
fn main() {
    let n = Name { text: String::new() };
    println!("{}", n.clone().text);
}
