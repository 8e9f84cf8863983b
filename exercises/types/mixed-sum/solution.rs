pub fn pay(hours: u32, rate: f64) -> f64 {
    f64::from(hours) * rate + 10.5
}
