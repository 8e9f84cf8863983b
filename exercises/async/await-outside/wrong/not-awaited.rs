pub async fn price(item: &str) -> u32 {
    item.len() as u32 * 10
}

pub async fn total() -> u32 {
    price("tea") + price("cake")
}
