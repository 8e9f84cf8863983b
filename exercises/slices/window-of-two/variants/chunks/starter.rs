pub fn weeks(steps: &[u32]) -> Vec<u32> {
    todo!()
}
