pub fn posts(length: u32, gap: u32) -> u32 {
    length.div_ceil(gap) + 1
}
