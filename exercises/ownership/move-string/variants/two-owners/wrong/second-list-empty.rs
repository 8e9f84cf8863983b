pub fn copies(word: String) -> (Vec<String>, Vec<String>) {
    let first = vec![word.clone()];
    let second = Vec::new();
    (first, second)
}
