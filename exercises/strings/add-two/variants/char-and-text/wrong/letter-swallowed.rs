pub fn plural(word: &str) -> String {
    if word.ends_with(['s', 'x']) {
        word[..word.len() - 1].to_string() + "es"
    } else {
        format!("{word}s")
    }
}
