pub fn stamp(letter: String) -> (String, usize) {
    let count = letter.split(' ').count();
    (letter + " [seen]", count)
}
