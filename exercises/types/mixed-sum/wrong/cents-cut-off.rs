pub fn pay(hours: u32, rate: f64) -> f64 {
    (hours * rate as u32) as f64 + 10.5
}
