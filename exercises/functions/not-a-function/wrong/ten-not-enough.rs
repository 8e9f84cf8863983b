fn discount(total: u32) -> u32 {
    total / 10
}

pub fn price(count: u32) -> u32 {
    let total = count * 3;
    let cheaper = count > 10;
    if cheaper {
        total - discount(total)
    } else {
        total
    }
}
