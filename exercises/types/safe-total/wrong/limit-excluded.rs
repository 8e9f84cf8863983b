pub fn next_total(now: u8, group: u8) -> Option<u8> {
    now.checked_add(group).filter(|&n| n < 255)
}

pub fn display(now: u8, group: u8) -> u8 {
    now.saturating_add(group)
}
