pub fn is_cheap(text: &str) -> bool {
    let price: u32 = text.parse().unwrap();
    price < 5
}
