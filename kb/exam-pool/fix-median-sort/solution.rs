fn middle(prices: &[u32]) -> Option<u32> {
    let mut sorted = prices.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).copied()
}

fn main() {
    let prices = vec![30, 10, 20];
    println!("{:?}", middle(&prices));
    println!("{prices:?}");
}
