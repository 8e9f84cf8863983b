pub fn title(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let mut new = word.to_ascii_lowercase();
        if let Some(first) = new.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words.push(new);
    }
    words.join(" ")
}
