pub fn is_cheap(text: &str) -> bool {
    let price = text.parse().unwrap();
    price < 5.0
}
