pub fn codes(text: &str) -> String {
    let list: Vec<String> = text
        .split_whitespace()
        .collect();
        .filter(|word| !word.starts_with('#'))
        .map(str::to_lowercase)
    list.join("-")
}
