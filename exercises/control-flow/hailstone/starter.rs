pub fn steps(start: u64) -> u32 {
    todo!()
}
