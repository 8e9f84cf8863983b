pub fn initials(first: &str, last: &str) -> String {
    let mut text = String::new();
    for name in [first, last] {
        text.extend(name.chars().take(1));
        text.push('.');
    }
    text
}
