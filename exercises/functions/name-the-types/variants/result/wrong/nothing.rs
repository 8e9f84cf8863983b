pub fn half(n: f64) {
    n / 2.0;
}
