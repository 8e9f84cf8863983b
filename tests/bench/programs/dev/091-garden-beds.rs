#[derive(Debug)]
struct Bed {
    plant: String,
    metres: f64,
}

impl Bed {
    fn new(plant: &str, metres: f64) -> Bed {
        Bed { plant: plant.to_string(), meters: metres }
    }
}

fn main() {
    let beds = Vec::new();
    beds.push(Bed::new("leek", 1.5));
    beds.push(Bed::new("kale", 2.25));
    let sum: f64 = beds.iter().map(|b| b.metres).sum();
    println!("{} beds, {sum} m", beds.len());
    println!("{}", beds[0].plant);
}
