pub enum Ticket {
    Adult,
    Child,
    Senior,
}

pub fn price(ticket: Ticket) -> u32 {
    match ticket {
        Ticket::Adult => 12,

        _ => 6,
    }
}
