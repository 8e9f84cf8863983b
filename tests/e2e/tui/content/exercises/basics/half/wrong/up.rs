fn half(n: u32) -> u32 {
    n / 2 + n % 2
}
