pub fn speed(metres: u32, seconds: u32) -> f64 {
    let per_second = metres as f64 / seconds as f64;
    per_second
}
