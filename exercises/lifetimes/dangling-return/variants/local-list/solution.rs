pub fn long_words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| word.chars().count() > 4)
        .collect()
}
