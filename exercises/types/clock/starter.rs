pub fn clock(minutes: u32) -> (u32, u32) {
    todo!()
}
