pub fn grow(start: i64, years: u32) -> i64 {
    let mut bees = start;
    for _ in 0..years {
        bees = bees * 2 - 10;
    }
    bees
}
