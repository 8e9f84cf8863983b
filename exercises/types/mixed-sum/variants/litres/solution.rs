pub fn litres(cans: i32, rest: f64) -> f64 {
    f64::from(cans * 5) + rest
}
