pub fn price(minutes: u32, resident: bool) -> u32 {
    match minutes {
        0..=15 => 0,
        _ if resident => 1,
        16..=60 => 2,
        61..=240 => 5,
        241.. => 12,
    }
}
