pub fn last_word(text: &str) -> &str {
    text.split_whitespace().last().unwrap()
}
