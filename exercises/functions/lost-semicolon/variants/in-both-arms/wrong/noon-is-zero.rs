pub fn rings(hour: u32) -> u32 {
    if hour % 12 == 0 { 0 } else { hour % 12 }
}
