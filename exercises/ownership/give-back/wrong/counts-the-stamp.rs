pub fn stamp(letter: String) -> (String, usize) {
    let letter = letter + " [seen]";
    let count = letter.split_whitespace().count();
    (letter, count)
}
