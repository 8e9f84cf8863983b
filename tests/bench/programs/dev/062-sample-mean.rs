fn main() {
    let samples = vec![3u8, 4, 8];
    let mut sum = 0.0;
    for s in &samples {
        sum += s as f64;
    }
    println!("{:.3}", sum / samples.len() as f64);
    println!("{}", samples.iter().max().unwrap());
}
