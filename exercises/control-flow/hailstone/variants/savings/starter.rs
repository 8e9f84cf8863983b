pub fn years(start: u64, saved: u64, goal: u64) -> u32 {
    todo!()
}
