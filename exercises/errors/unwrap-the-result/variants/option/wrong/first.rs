pub fn last_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or("-")
}
