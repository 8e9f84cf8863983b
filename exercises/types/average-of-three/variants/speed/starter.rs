pub fn speed(metres: u32, seconds: u32) -> f64 {
    let per_second = metres / seconds;
    per_second
}
