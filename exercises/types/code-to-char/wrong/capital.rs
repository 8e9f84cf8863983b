pub fn letter(n: u8) -> char {
    let code = b'A' + n;
    code as char
}
