pub fn first_letter(name: &str) -> char {
    if name.is_empty() { '?' } else { name[0] }
}
