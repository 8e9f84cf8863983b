pub fn initial(name: &str) -> char {
    let letter = name.chars().next().unwrap();
    letter.to_ascii_uppercase()
}
