pub fn score(a: u32, b: u32) -> u32 {
    let sum = a + b;
    if a == b {
        let factor = 2;
    }
    sum * factor
}
