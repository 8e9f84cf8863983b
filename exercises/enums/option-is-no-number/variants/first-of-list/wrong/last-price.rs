pub fn with_tax(prices: &[u32]) -> u32 {
    let first = prices.last().copied().unwrap_or(0);
    first * 120 / 100
}
