pub fn half(n: f64) -> f64 {
    n / 2.0
}
