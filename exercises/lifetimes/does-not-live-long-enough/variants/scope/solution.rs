pub fn tallest(a: &[u32], b: &[u32]) -> Option<u32> {
    let mut best = a.iter().max();
    let second = b.to_vec();
    if second.iter().max() > best {
        best = second.iter().max();
    }
    best.copied()
}
