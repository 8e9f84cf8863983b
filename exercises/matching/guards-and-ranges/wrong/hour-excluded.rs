pub fn price(minutes: u32, resident: bool) -> u32 {
    match minutes {
        0..=15 => 0,
        _ if resident => 1,
        16..=59 => 2,
        60..=240 => 5,
        241.. => 12,
    }
}
