pub struct Flight {
    pub number: String,
    pub gate: u32,
    pub delay: u32,
}

pub fn announce(flight: &Flight) -> String {
    match flight {
        Flight {
            number,
            gate,
            delay: 0,
        } => format!("{number} from gate {gate}"),
        Flight { number, .. } => format!("{number} is late"),
    }
}
