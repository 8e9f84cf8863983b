pub fn stamps(coffees: u32) -> u32 {
    let mut total = coffees;
    let bonus = coffees / 5;
    total += bonus;
    total
}
