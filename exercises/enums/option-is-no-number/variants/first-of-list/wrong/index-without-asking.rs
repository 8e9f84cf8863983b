pub fn with_tax(prices: &[u32]) -> u32 {
    let first = prices[0];
    first * 120 / 100
}
