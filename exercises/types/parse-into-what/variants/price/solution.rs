pub fn is_cheap(text: &str) -> bool {
    let price: f64 = text.parse().unwrap();
    price < 5.0
}
