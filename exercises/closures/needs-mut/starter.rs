pub fn collect_twice(item: &str) -> Vec<String> {
    let mut basket = Vec::new();
    let put = || basket.push(item.to_string());
    put();
    put();
    basket
}
