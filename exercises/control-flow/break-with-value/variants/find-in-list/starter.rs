pub fn next_free(taken: &[u32], from: u32) -> u32 {
    let free = for n in from.. {
        if !taken.contains(&n) {
            break n;
        }
    };
    free
}
