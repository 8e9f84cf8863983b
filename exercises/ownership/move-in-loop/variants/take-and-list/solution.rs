pub fn report(readings: Vec<i32>) -> String {
    let mut sum = 0;
    for reading in &readings {
        sum += reading;
    }
    format!("{} readings, sum {sum}", readings.len())
}
