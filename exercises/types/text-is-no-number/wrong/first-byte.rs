pub fn size(text: &str) -> u8 {
    text.trim().bytes().next().unwrap_or(0)
}
