pub fn top_word(text: &str) -> Option<(String, usize)> {
    todo!()
}
