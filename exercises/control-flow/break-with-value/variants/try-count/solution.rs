pub fn tries(start: u32) -> u32 {
    let mut n = start;
    let mut count = 0;
    loop {
        if n % 2 == 1 {
            break count;
        }
        n /= 2;
        count += 1;
    }
}
