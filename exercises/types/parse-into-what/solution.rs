pub fn is_long(text: &str) -> bool {
    let metres: u32 = text.trim().parse().unwrap();
    metres > 300
}
