pub fn speed(km: &str, hours: &str) -> Result<u32, &'static str> {
    let km: u32 = km.parse().___(|_| "number")?;
    let hours: u32 = hours.parse().___(|_| "number")?;
    km.checked_div(hours).___("zero")
}
