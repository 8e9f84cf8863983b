pub fn mirror(text: &str) -> bool {
    todo!()
}
