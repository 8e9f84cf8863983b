pub fn stamps(coffees: u32) -> u32 {
    let total = coffees;
    let bonus = coffees / 5;
    {
        let total = total + bonus;
        let _ = total;
    }
    total
}
