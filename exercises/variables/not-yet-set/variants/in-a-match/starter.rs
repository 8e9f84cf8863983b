pub fn season(month: u32) -> &'static str {
    let name;
    match month {
        12 | 1 | 2 => name = "winter",
        6..=8 => name = "summer",
        _ => {}
    }
    name
}
