pub fn short(text: &str) -> String {
    todo!()
}
