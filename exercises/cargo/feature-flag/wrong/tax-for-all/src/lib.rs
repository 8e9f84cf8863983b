pub fn total(prices: &[u32]) -> u32 {
    let sum: u32 = prices.iter().sum();
    sum * 6 / 5
}

/// The names of the features that this copy was built with.
pub fn features() -> &'static [&'static str] {
    &["taxes"]
}
