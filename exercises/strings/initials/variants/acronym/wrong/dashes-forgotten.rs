pub fn short(text: &str) -> String {
    text.split(' ')
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}
