pub fn is_leap(year: u32) -> bool {
    todo!()
}
