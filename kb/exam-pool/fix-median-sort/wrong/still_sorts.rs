fn middle(prices: &mut [u32]) -> Option<u32> {
    prices.sort();
    prices.get(prices.len() / 2).copied()
}

fn main() {}
