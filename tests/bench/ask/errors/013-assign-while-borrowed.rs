fn main() {
    let mut level = 12;
    let peak = &level;
    for reading in [9, 15, 11] {
        if reading > *peak {
            level = reading;
        }
    }
    println!("peak {peak} level {level}");
}
