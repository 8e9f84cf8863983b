pub fn half(n: f64) -> i64 {
    (n / 2.0) as i64
}
