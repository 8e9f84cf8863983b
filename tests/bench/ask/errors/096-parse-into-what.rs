fn main() {
    let input = "15";
    let minutes = input.parse().unwrap();
    println!("{} seconds", minutes * 60);
}
