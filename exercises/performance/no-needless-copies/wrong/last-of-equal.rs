pub fn longest_line(text: &str) -> &str {
    text.lines()
        .max_by_key(|line| line.chars().count())
        .unwrap_or("")
}
