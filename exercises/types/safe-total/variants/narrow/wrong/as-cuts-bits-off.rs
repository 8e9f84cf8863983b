pub fn store(n: i64) -> Option<u8> {
    Some(n as u8)
}
