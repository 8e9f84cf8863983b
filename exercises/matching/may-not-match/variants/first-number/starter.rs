pub fn width(size: &str) -> u32 {
    let Some((width, _)) = size.split_once('x');
    width.parse().unwrap_or(0)
}
