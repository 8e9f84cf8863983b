pub fn measure(feet: u32) -> (u32, u32, u32) {
    todo!()
}
