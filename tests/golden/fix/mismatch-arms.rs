fn main() {
    let n = 3;
    let word = if n > 2 { String::from("big") } else { "small" };
    println!("{word}");
}
