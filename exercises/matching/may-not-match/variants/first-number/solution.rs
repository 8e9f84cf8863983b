pub fn width(size: &str) -> u32 {
    let Some((width, _)) = size.split_once('x') else {
        return 0;
    };
    width.parse().unwrap_or(0)
}
