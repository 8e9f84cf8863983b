pub fn first(parts: &[&str]) -> String {
    let text = parts.concat();
    match text.find('.') {
        Some(end) => text[..end].to_string(),
        None => text,
    }
}
