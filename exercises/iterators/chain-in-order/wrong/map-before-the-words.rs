pub fn codes(text: &str) -> String {
    let list: Vec<String> = text
        .map(str::to_lowercase)
        .split_whitespace()
        .filter(|word| !word.starts_with('#'))
        .collect();
    list.join("-")
}
