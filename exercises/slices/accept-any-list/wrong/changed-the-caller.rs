pub fn total(prices: &Vec<u32>) -> u32 {
    prices.iter().sum()
}

pub fn menu() -> u32 {
    let drinks = vec![3, 2];
    let meals = vec![9, 12, 11];
    total(&drinks) + total(&meals)
}
