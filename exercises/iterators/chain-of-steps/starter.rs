pub struct Order {
    pub dish: &'static str,
    pub price: u32,
    pub paid: bool,
}

pub fn unpaid(orders: &[Order]) -> u32 {
    todo!()
}

pub fn dishes(orders: &[Order]) -> Vec<String> {
    todo!()
}
