pub fn dash(word: &str) -> String {
    if word.len() < 2 {
        return word.to_string();
    }
    format!("{}-{}", &word[..1], &word[2..])
}
