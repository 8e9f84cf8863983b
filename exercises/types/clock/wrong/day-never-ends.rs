pub fn clock(minutes: u32) -> (u32, u32) {
    let today = minutes;
    (today / 60, today % 60)
}
