pub fn next_total(now: u8, group: u8) -> Option<u8> {
    todo!()
}

pub fn display(now: u8, group: u8) -> u8 {
    todo!()
}
