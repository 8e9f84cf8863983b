fn main() {
    let words: Vec<&str> = String::from("a b").split(' ').collect();
    println!("{words:?}");
}
