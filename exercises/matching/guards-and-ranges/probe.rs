use super::*;

pub fn probe() {
    for minutes in [0, 15, 16, 60, 61, 240, 241, 5000] {
        println!(
            "{minutes}: {} {}",
            price(minutes, true),
            price(minutes, false)
        );
    }
}
