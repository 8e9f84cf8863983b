struct Parcel {
    label: Option<String>,
    grams: u32,
}

fn describe(parcel: &Parcel) -> String {
    let label = parcel.label.unwrap();
    format!("{label}: {} g", parcel.grams)
}

fn main() {
    let parcel = Parcel { label: Some("books".to_string()), grams: 1800 };
    println!("{}", describe(&parcel));
}
