pub fn root(start: u64) -> u64 {
    todo!()
}
