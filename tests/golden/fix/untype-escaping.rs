fn main() {
    let mut seen: Vec<&str> = Vec::new();
    let mut keep = |word: &str| seen.push(word);
    keep("a");
    keep("b");
    println!("{:?}", seen);
}
