pub fn stamp(letter: String) -> (String, usize) {
    let count = letter.split_whitespace().count();
    (letter + " [seen]", count)
}
