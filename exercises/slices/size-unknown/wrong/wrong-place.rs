pub fn weekend(days: &[u32; 7]) -> &[u32] {
    let last: &[u32] = &days[6..];
    last
}
