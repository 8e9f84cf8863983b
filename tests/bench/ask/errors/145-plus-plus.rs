fn main() {
    let mut laps = 0;
    while laps < 3 {
        println!("lap {laps}");
        laps++;
    }
}
