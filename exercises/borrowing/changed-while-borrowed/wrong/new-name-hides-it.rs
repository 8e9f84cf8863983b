pub fn sale(start: u32) -> String {
    let price = start;
    let old = price;
    {
        let price = price - price / 5;
        let _ = price;
    }
    format!("{old} -> {price}")
}
