pub fn short(text: &str) -> String {
    text.split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .collect()
}
