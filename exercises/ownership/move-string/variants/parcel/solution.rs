pub struct Parcel {
    pub town: String,
    pub kilos: u32,
}

pub fn send(parcel: Parcel, van: &mut Vec<Parcel>) -> String {
    let label = format!("to {}, {} kg", parcel.town, parcel.kilos);
    van.push(parcel);
    label
}
