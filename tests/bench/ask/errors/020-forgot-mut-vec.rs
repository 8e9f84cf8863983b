fn main() {
    let readings = Vec::new();
    for hour in 0..6 {
        readings.push(14.5 + hour as f32 * 0.5);
    }
    println!("{:?}", readings);
}
