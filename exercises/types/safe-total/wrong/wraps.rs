pub fn next_total(now: u8, group: u8) -> Option<u8> {
    Some(now.wrapping_add(group))
}

pub fn display(now: u8, group: u8) -> u8 {
    now.saturating_add(group)
}
