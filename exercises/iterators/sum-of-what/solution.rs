pub fn average(list: &[u8]) -> u8 {
    if list.is_empty() {
        return 0;
    }
    let total: usize = list.iter().map(|&n| usize::from(n)).sum();
    (total / list.len()) as u8
}
