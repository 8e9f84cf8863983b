pub fn with_tip(cents: u32) -> u32 {
    cents * 115 / 100
}
