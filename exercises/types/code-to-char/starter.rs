pub fn letter(n: u8) -> char {
    let code = 'a' as u32 + n as u32;
    code as char
}
