pub fn next(c: char) -> char {
    if c == 'z' { 'a' } else { (c as u8 + 1) as char }
}
