pub fn long_words(text: &str) -> &[&str] {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().count() > 4)
        .collect();
    &words[..]
}
