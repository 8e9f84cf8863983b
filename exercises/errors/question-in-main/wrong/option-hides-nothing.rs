pub fn double(text: &str) -> Option<i32> {
    let n: i32 = text.trim().parse().ok()?;
    Some(n * 2)
}
