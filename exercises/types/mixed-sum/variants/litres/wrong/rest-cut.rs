pub fn litres(cans: i32, rest: f64) -> f64 {
    (cans * 5 + rest as i32) as f64
}
