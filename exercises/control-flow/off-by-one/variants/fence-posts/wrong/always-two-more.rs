pub fn posts(length: u32, gap: u32) -> u32 {
    length / gap + 2
}
