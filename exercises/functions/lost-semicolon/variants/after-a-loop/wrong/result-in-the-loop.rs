pub fn grow(start: i64, years: u32) -> i64 {
    let bees = start;
    for _ in 0..years {
        return bees * 2 - 10;
    }
    bees
}
