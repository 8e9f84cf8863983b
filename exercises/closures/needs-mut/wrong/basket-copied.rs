pub fn collect_twice(item: &str) -> Vec<String> {
    let basket: Vec<String> = Vec::new();
    let copy = basket.clone();
    let mut put = move || {
        let mut copy = copy.clone();
        copy.push(item.to_string());
    };
    put();
    put();
    basket
}
