pub fn age(text: &str, this_year: u32) -> Option<String> {
    let born: u32 = text.parse().ok()?;
    let years = this_year.checked_sub(born)?;
    Some(years.to_string())
}
