pub fn store(n: i64) -> Option<u8> {
    u8::try_from(n).ok()
}
