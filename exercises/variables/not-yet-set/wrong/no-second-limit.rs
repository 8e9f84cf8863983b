pub fn shipping(grams: u32) -> u32 {
    let cost;
    if grams <= 500 {
        cost = 3;
    } else {
        cost = 5;
    }
    cost
}
