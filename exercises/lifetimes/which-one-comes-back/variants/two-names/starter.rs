pub fn shorten(text: &str, ending: &str) -> &str {
    text.strip_suffix(ending).unwrap_or(text)
}
