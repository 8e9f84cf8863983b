pub fn store(n: i64) -> Option<u8> {
    todo!()
}
