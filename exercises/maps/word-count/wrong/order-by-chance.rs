use std::collections::HashMap;

pub fn top_word(text: &str) -> Option<(String, usize)> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count)
}
