pub fn days(month: u32, leap: bool) -> Option<u32> {
    todo!()
}
