pub fn score(a: u32, b: u32) -> u32 {
    let sum = a + b;
    let factor = 1;
    if a == b {
        let factor = 2;
        let _ = factor;
    }
    sum * factor
}
