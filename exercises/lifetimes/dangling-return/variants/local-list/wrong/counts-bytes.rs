pub fn long_words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| word.len() > 4)
        .collect()
}
