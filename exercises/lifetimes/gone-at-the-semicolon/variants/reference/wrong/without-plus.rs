pub fn largest_plus(list: &[u32], extra: u32) -> u32 {
    let extra = extra;
    let mut best = &extra;
    for n in list {
        if n > best {
            best = n;
        }
    }
    *best
}
