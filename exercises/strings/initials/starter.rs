pub fn title(text: &str) -> String {
    todo!()
}
