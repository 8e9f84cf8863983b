pub fn letter(n: u8) -> char {
    let code = b'a' + n - 1;
    code as char
}
