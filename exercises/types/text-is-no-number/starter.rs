pub fn size(text: &str) -> u8 {
    text.trim() as u8
}
