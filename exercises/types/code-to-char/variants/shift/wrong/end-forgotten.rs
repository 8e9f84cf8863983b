pub fn next(c: char) -> char {
    (c as u8 + 1) as char
}
