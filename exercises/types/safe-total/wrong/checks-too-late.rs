pub fn next_total(now: u8, group: u8) -> Option<u8> {
    let sum = now + group;
    if sum == 255 && group > 200 {
        None
    } else {
        Some(sum)
    }
}

pub fn display(now: u8, group: u8) -> u8 {
    now.saturating_add(group)
}
