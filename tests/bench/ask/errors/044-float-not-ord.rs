fn main() {
    let mut lap_times = vec![62.4, 59.9, 61.0];
    lap_times.sort();
    println!("best {}", lap_times[0]);
}
