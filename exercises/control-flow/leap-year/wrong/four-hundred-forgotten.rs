pub fn is_leap(year: u32) -> bool {
    if year % 100 == 0 {
        false
    } else {
        year % 4 == 0
    }
}
