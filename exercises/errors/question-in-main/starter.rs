pub fn double(text: &str) -> i32 {
    let n: i32 = text.trim().parse()?;
    n * 2
}
