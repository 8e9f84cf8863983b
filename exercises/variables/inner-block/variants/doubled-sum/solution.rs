pub fn score(a: u32, b: u32) -> u32 {
    let sum = a + b;
    let mut factor = 1;
    if a == b {
        factor = 2;
    }
    sum * factor
}
