pub fn fibonacci() -> impl FnMut() -> u64 {
    let (mut a, mut b) = (0, 1);
    move || {
        (a, b) = (b, a + b);
        a
    }
}
