pub fn digit(n: u32) -> char {
    ('0' as u32 + n) as char
}
