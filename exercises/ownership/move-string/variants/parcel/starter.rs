pub struct Parcel {
    pub town: String,
    pub kilos: u32,
}

pub fn send(parcel: Parcel, van: &mut Vec<Parcel>) -> String {
    van.push(parcel);
    format!("to {}, {} kg", parcel.town, parcel.kilos)
}
