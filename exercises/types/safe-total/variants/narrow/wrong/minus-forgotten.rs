pub fn store(n: i64) -> Option<u8> {
    if n < 256 { Some(n as u8) } else { None }
}
