pub fn age(text: &str, this_year: u32) -> Option<String> {
    let born: u32 = text.trim().parse().ok()?;
    let years = this_year.saturating_sub(born);
    Some(years.to_string())
}
