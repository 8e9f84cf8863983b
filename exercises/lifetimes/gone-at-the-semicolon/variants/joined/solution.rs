pub fn middle(words: &[&str]) -> String {
    let text = words.join("-");
    let first = text.find('-');
    let last = text.rfind('-');
    match (first, last) {
        (Some(a), Some(b)) if a < b => text[a + 1..b].to_string(),
        _ => String::new(),
    }
}
