pub fn price(minutes: u32, resident: bool) -> u32 {
    todo!()
}
