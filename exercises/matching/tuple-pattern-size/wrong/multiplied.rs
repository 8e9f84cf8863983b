pub enum Order {
    Pizza(u32, u32),
    Drink,
}

pub fn size(order: &Order) -> u32 {
    match order {
        Order::Pizza(count, size) => count * size,
        Order::Drink => 0,
    }
}
