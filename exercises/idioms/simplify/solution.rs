pub fn first_even(list: &[i32]) -> Option<i32> {
    list.iter().find(|n| *n % 2 == 0).map(|n| n * 2)
}

pub fn total(prices: &[Option<u32>]) -> u32 {
    prices.iter().flatten().sum()
}

pub fn label(name: Option<&str>) -> &str {
    name.filter(|name| !name.is_empty()).unwrap_or("guest")
}
