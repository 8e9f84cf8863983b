pub fn sale(prices: &mut [u32]) {
    for price in prices.iter() {
        if *price > 0 {
            *price -= 1;
        }
    }
}
