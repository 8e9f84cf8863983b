pub fn range(a: i32, b: i32, c: i32) -> (i32, i32) {
    let mut small = a;
    let mut large = 0;
    for n in [a, b, c] {
        if n < small {
            small = n;
        }
        if n > large {
            large = n;
        }
    }
    (small, large)
}
