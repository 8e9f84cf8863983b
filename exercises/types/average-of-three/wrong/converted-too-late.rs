pub fn average(a: i32, b: i32, c: i32) -> f64 {
    let sum = a + b + c;
    (sum / 3) as f64
}
