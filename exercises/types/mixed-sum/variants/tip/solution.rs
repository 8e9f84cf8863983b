pub fn with_tip(cents: u32) -> u32 {
    (f64::from(cents) * 1.15).round() as u32
}
