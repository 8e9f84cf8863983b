pub fn width(size: &str) -> u32 {
    let (width, _) = size.split_once('x').unwrap();
    width.parse().unwrap_or(0)
}
