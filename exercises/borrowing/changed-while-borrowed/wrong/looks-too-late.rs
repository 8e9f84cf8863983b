pub fn sale(start: u32) -> String {
    let mut price = start;
    price -= price / 5;
    let old = price;
    format!("{old} -> {price}")
}
