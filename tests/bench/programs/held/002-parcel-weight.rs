struct Parcel {
    label: String,
    grams: u32,
}

fn parse_grams(text: &str) -> Option<u32> {
    text.strip_suffix("g")?.parse().ok()
}

fn main() {
    let Some(grams) = parse_grams("1250g");
    let parcel = Parcel {
        label: "books".to_string(),
        grams,
    };
    println!("{}: {} g", parcel.label, parcel.grams);
    println!("{:.2} kg", parcel.grams as f64 / 1000.0);
}
