pub fn plural(word: &str) -> String {
    if word.ends_with(['s', 'x']) {
        word + "es"
    } else {
        word + "s"
    }
}
