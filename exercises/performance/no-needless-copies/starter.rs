pub fn longest_line(text: &str) -> &str {
    todo!()
}
