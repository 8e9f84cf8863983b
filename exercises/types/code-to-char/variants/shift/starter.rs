pub fn next(c: char) -> char {
    if c == 'z' {
        'a'
    } else {
        (c as u32 + 1) as char
    }
}
