pub fn vowels(text: String) -> usize {
    todo!()
}
