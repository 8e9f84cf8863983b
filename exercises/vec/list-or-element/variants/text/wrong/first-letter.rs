pub fn spell(letters: &[char]) -> String {
    let mut text = String::new();
    text.extend(letters.first());
    text
}
