pub fn clock(minutes: u32) -> (u32, u32) {
    let today = minutes % 1440;
    (today / 100, today % 100)
}
