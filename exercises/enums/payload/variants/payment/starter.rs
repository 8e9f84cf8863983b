pub enum Payment {
    // three ways
}

pub fn note(payment: &Payment, price: u32) -> String {
    todo!()
}
