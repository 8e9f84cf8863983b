pub fn size(text: &str) -> i32 {
    let first = text.lines().next().unwrap_or("");
    first.parse().unwrap_or(0)
}
