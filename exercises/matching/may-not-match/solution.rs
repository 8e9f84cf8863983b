pub fn initial(name: &str) -> char {
    let Some(letter) = name.chars().next() else {
        return '?';
    };
    letter.to_ascii_uppercase()
}
