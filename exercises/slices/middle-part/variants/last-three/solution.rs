pub fn latest<'a>(messages: &'a [&'a str], n: usize) -> &'a [&'a str] {
    &messages[messages.len().saturating_sub(n)..]
}
