pub fn song<'a>(list: &[&'a str], number: u32) -> &'a str {
    let index = (number as usize).saturating_sub(1);
    list.get(index).copied().unwrap_or("")
}
