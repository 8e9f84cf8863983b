pub fn first_letter(name: &str) -> char {
    name.chars().last().unwrap_or('?')
}
