pub fn copies(word: String) -> (Vec<String>, Vec<String>) {
    let first = vec![word];
    let second = vec![word];
    (first, second)
}
