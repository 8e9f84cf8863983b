pub fn fibonacci() -> impl FnMut() -> u64 {
    let (mut a, mut b) = (0, 1);
    move || {
        let now = a;
        (a, b) = (b, a + b);
        now
    }
}
