pub fn is_leap(year: u32) -> bool {
    if year % 4 == 0 {
        true
    } else if year % 100 == 0 {
        false
    } else {
        year % 400 == 0
    }
}
