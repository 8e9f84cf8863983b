pub fn average(list: &[u8]) -> u8 {
    if list.is_empty() {
        return 0;
    }
    let total: u8 = list.iter().sum();
    total / list.len() as u8
}
