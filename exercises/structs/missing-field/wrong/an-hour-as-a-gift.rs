pub struct Ticket {
    pub plate: String,
    pub zone: u8,
    pub minutes: u32,
}

pub fn free_ticket(plate: &str) -> Ticket {
    Ticket {
        plate: plate.to_string(),
        zone: 1,
        minutes: 60,
    }
}
