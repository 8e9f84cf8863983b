fn pad(text: &str, width: usize, letter: char) -> String {
    let mut padded = text.to_string();
    while padded.chars().count() < width {
        padded.push(letter);
    }
    padded
}

pub fn fill(text: &str, width: usize) -> String {
    pad(text, width, ' ')
}
