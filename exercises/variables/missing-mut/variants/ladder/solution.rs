pub fn rung(up: u32) -> u32 {
    let mut place = 0;
    place += up;
    place = place.saturating_sub(2);
    place
}
