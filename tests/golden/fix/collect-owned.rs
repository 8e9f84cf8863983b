fn main() {
    let word = "abc".chars().rev().collect::<&str>();
    println!("{word}");
}
