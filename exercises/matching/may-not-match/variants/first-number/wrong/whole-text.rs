pub fn width(size: &str) -> u32 {
    let width = size.split('x').next().unwrap_or("");
    width.parse().unwrap_or(0)
}
