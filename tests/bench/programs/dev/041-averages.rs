fn average(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn average(values: &[i32]) -> f64 {
    values.iter().sum::<i32>() as f64 / values.len() as f64
}

fn main() {
    println!("{:.2}", average(&[1.0, 2.5]));
    println!("{:.2}", average(&[1, 2, 3]));
}
