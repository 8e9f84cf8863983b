use std::collections::BTreeMap;

pub fn top_word(text: &str) -> Option<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_string()).or_insert(0) += 1;
    }
    let mut best: Option<(String, usize)> = None;
    for (word, count) in counts {
        if best.as_ref().is_none_or(|(_, most)| count > *most) {
            best = Some((word, count));
        }
    }
    best
}
