pub fn digit(n: u32) -> char {
    n as u8 as char
}
