pub fn weeks(days: u32) -> (u32, u32) {
    todo!()
}
