pub fn letter(n: u8) -> char {
    let code = b'a' + n;
    code as char
}
