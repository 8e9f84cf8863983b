pub fn area(text: &str) -> Result<u32, String> {
    todo!()
}
