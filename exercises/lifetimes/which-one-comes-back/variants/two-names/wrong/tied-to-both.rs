pub fn shorten<'a>(text: &'a str, ending: &'a str) -> &'a str {
    text.strip_suffix(ending).unwrap_or(text)
}
