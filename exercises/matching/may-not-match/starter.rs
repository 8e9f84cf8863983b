pub fn initial(name: &str) -> char {
    let Some(letter) = name.chars().next();
    letter.to_ascii_uppercase()
}
