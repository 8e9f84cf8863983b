pub struct Parcel {
    pub town: String,
    pub kilos: u32,
}

pub fn send(parcel: Parcel, van: &mut Vec<Parcel>) -> String {
    van.push(parcel);
    format!("to {}, {} kg", van[0].town, van[0].kilos)
}
