fn words<'a>() -> Vec<&'a str> {
    let text = String::from("one two");
    text.split(' ').collect()
}
fn main() {
    println!("{:?}", words());
}
