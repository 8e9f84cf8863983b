pub fn digit(n: u32) -> char {
    (b'A' + n as u8) as char
}
