pub fn is_long(text: &str) -> bool {
    let metres = text.trim().parse().unwrap();
    metres > 300
}
