pub fn first(parts: &[&str]) -> String {
    let text = parts.concat();
    match text.rfind('.') {
        Some(end) => text[..=end].to_string(),
        None => text,
    }
}
