pub fn change(amount: u32) -> (u32, u32, u32) {
    todo!()
}
