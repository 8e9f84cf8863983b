pub fn sale(prices: &[u32]) {
    for mut price in prices.to_vec() {
        if price > 0 {
            price -= 1;
        }
    }
}
