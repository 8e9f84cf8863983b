pub fn plural(word: &str) -> String {
    if word.ends_with(['s', 'x']) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}
