fn plus_one(n: u32) -> u32 {
    n + 1
}

pub fn largest_plus(list: &[u32], extra: u32) -> u32 {
    let mut best;
    best = &plus_one(extra);
    for n in list {
        if n > best {
            best = n;
        }
    }
    *best
}
