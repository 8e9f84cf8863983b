pub fn sum(text: &str) -> Result<i64, usize> {
    todo!()
}
