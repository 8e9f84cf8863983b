fn middle(prices: &mut [u32]) -> Option<u32> {
    prices.sort();
    Some(prices[prices.len() / 2])
}

fn main() {
    let mut prices = vec![30, 10, 20];
    println!("{:?}", middle(&mut prices));
    println!("{prices:?}");
}
