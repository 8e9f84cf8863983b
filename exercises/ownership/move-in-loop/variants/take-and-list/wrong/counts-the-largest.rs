pub fn report(readings: Vec<i32>) -> String {
    let mut sum = 0;
    let mut count = 0;
    for reading in readings {
        sum += reading;
        count = reading;
    }
    format!("{count} readings, sum {sum}")
}
