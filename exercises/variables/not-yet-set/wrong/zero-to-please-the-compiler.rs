pub fn shipping(grams: u32) -> u32 {
    let mut cost = 0;
    if grams <= 500 {
        cost = 3;
    } else if grams <= 2000 {
        cost = 5;
    }
    cost
}
