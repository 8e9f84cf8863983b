pub fn steps(start: u64) -> u32 {
    let mut n = start;
    let mut count = 0;
    while n > 1 {
        if n % 2 == 0 {
            n /= 2;
            count += 1;
        }
        n = 3 * n + 1;
        count += 1;
        if count > 1000 {
            break;
        }
    }
    count
}
