pub fn average(list: &[u8]) -> u8 {
    if list.is_empty() {
        return 0;
    }
    (list.iter().sum() / list.len()) as u8
}
