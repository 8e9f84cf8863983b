pub fn fine(days: u32) -> u32 {
    let late = if days > 14 {
        days - 14
    };
    late * 2
}
