pub fn initials(first: ___, last: ___) -> ___ {
    let mut text = String::new();
    for name in [first, last] {
        text.extend(name.chars().take(1));
        text.push('.');
    }
    text
}
