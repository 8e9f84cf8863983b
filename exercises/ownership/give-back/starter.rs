pub fn stamp(letter: String) -> (String, usize) {
    todo!()
}
