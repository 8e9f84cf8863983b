pub fn total(prices: &[u32]) -> u32 {
    let sum: u32 = prices.iter().sum();
    if cfg!(feature = "tax") {
        sum * 6 / 5
    } else {
        sum
    }
}

/// The names of the features that this copy was built with.
pub fn features() -> &'static [&'static str] {
    if cfg!(feature = "tax") { &["tax"] } else { &[] }
}
