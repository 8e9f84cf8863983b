pub fn size(text: &str) -> i32 {
    let first = text.lines().last().unwrap_or("");
    first.parse().unwrap_or(-1)
}
