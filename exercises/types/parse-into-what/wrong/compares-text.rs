pub fn is_long(text: &str) -> bool {
    let metres = text.trim();
    metres > "300"
}
