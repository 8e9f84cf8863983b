pub fn next_free(taken: &[u32], from: u32) -> u32 {
    let mut n = from;
    loop {
        if !taken.contains(&n) {
            break n;
        }
        n += 1;
    }
}
