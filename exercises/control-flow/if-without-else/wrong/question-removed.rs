pub fn fine(days: u32) -> u32 {
    let late = days - 14;
    late * 2
}
