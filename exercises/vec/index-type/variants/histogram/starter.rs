pub fn count(numbers: &[u8]) -> [u32; 10] {
    let mut counts = [0; 10];
    for &n in numbers {
        if n < 10 {
            counts[n] += 1;
        }
    }
    counts
}
