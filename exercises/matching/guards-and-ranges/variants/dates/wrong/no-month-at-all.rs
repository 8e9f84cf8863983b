pub fn days(month: u32, leap: bool) -> Option<u32> {
    match month {
        2 if leap => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        _ => Some(31),
    }
}
