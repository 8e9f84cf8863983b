pub fn weeks(days: u32) -> (u32, u32) {
    (days / 7, days / 7 % 7)
}
