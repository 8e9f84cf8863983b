pub struct Order {
    pub dish: &'static str,
    pub price: u32,
    pub paid: bool,
}

pub fn unpaid(orders: &[Order]) -> u32 {
    orders.iter().filter(|o| !o.paid).map(|o| o.price).sum()
}

pub fn dishes(orders: &[Order]) -> Vec<String> {
    let mut names: Vec<String> = orders
        .iter()
        .filter(|o| o.price >= 10)
        .map(|o| o.dish.to_uppercase())
        .collect();
    names.sort();
    names
}
