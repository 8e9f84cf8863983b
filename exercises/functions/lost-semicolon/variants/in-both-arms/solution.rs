pub fn rings(hour: u32) -> u32 {
    if hour % 12 == 0 { 1 } else { hour % 12 }
}
