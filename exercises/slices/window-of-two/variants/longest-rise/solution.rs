pub fn longest(values: &[u8]) -> usize {
    let mut best = 0;
    let mut run = 0;
    for i in 0..values.len() {
        if i > 0 && values[i] == values[i - 1] {
            run += 1;
        } else {
            run = 1;
        }
        best = best.max(run);
    }
    best
}
