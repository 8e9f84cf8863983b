pub enum Payment {
    Cash { given: u32 },
    Card(String),
    Free,
}

pub fn note(payment: &Payment, price: u32) -> String {
    match payment {
        Payment::Cash { given } => format!("change {}", given - price),
        Payment::Card(number) => format!("card *{}", &number[number.len() - 4..]),
        Payment::Free => String::from("on the house"),
    }
}
