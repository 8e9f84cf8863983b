fn middle(prices: &[u32]) -> Option<u32> {
    prices.get(prices.len() / 2).copied()
}

fn main() {}
