pub fn digit(n: u32) -> char {
    (b'0' + n as u8) as char
}
