pub fn collect_twice(item: &str) -> Vec<String> {
    let mut basket = Vec::new();
    let mut put = || basket.push(item.to_string());
    put();
    put();
    basket
}
