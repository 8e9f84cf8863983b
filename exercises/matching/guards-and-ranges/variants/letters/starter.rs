pub fn kind(c: char) -> &'static str {
    todo!()
}
