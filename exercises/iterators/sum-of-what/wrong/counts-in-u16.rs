pub fn average(list: &[u8]) -> u8 {
    if list.is_empty() {
        return 0;
    }
    let total: u16 = list.iter().map(|&n| u16::from(n)).sum();
    (total / list.len() as u16) as u8
}
