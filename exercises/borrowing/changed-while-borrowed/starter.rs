pub fn sale(start: u32) -> String {
    let mut price = start;
    let old = &price;
    price -= price / 5;
    format!("{old} -> {price}")
}
