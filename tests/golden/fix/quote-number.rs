fn main() {
    let n = 3;
    let word = if n > 2 { "many" } else { 2 };
    println!("{word}");
}
