pub fn mark(text: &mut String) {
    for sign in ['!', '?'] {
        text.push(sign);
    }
}
