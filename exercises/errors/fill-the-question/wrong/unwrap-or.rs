pub fn speed(km: &str, hours: &str) -> Result<u32, &'static str> {
    let km: u32 = km.parse().map_err(|_| "number")?;
    let hours: u32 = hours.parse().map_err(|_| "number")?;
    km.checked_div(hours).map_or(Ok(0), Ok)
}
