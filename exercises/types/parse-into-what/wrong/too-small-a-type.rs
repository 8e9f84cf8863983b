pub fn is_long(text: &str) -> bool {
    let metres: i16 = text.trim().parse().unwrap();
    metres > 300
}
