pub fn shipping(grams: u32) -> u32 {
    let cost;
    if grams <= 500 {
        cost = 3;
    } else if grams <= 2000 {
        cost = 5;
    } else {
        cost = 12;
    }
    cost
}
