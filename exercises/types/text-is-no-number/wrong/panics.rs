pub fn size(text: &str) -> u8 {
    text.trim().parse().unwrap()
}
