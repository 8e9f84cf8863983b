pub fn first_letter(name: &str) -> char {
    name.chars().next().unwrap_or('?')
}
