pub fn size(text: &str) -> u8 {
    text.trim().parse::<i64>().unwrap_or(0) as u8
}
