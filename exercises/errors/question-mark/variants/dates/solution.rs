pub fn date(text: &str) -> Result<(u32, u32, u32), &'static str> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err("parts");
    };
    let number = |part: &str| part.parse::<u32>().map_err(|_| "number");
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    if (1..=12).contains(&month) && (1..=31).contains(&day) {
        Ok((year, month, day))
    } else {
        Err("range")
    }
}
