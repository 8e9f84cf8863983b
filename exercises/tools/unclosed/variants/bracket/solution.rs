pub fn cost(n: u32) -> u32 {
    2 * (n + 3)
}
