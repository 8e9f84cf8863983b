fn main() {
    let fares = vec![2.40, 3.10, 2.40, 5.75];
    let mut sum = 0.0;
    for fare in fares {
        sum += fare;
    }
    let mean = sum / fares.len() as f64;
    println!("mean fare {mean:.2}");
}
