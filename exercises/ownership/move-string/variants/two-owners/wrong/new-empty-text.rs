pub fn copies(word: String) -> (Vec<String>, Vec<String>) {
    let first = vec![String::new()];
    let second = vec![word];
    (first, second)
}
