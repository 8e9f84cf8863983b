pub fn longest_line(text: &str) -> &str {
    text.lines()
        .rev()
        .max_by_key(|line| line.chars().count())
        .unwrap()
}
