pub fn title(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let mut letters = word.chars();
        let mut new: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        new.push_str(&letters.as_str().to_lowercase());
        words.push(new);
    }
    words.join(" ")
}
