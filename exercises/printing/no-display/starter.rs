// a seat in the theatre
pub struct Place {
    pub row: u32,
    pub seat: u32,
}

pub fn label(place: &Place) -> String {
    format!("{place}")
}
