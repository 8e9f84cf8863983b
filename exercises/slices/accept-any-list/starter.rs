pub fn total(prices: &Vec<u32>) -> u32 {
    let mut sum = 0;
    for price in prices {
        sum += price;
    }
    sum
}

pub fn menu() -> u32 {
    let drinks = [3, 2];
    let meals = vec![9, 12, 11];
    total(&drinks) + total(&meals)
}
