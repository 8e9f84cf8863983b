pub fn root(start: u64) -> u64 {
    let mut n = start;
    while n > 10 {
        let mut sum = 0;
        while n > 0 {
            sum += n % 10;
            n /= 10;
        }
        n = sum;
    }
    n
}
