pub fn sale(prices: &mut [u32]) {
    for price in prices.iter_mut() {
        if *price > 1 {
            *price -= 1;
        }
    }
}
