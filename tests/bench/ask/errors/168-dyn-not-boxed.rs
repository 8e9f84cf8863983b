trait Vehicle {
    fn seats(&self) -> u32;
}

struct Bus;
struct Taxi;

impl Vehicle for Bus {
    fn seats(&self) -> u32 {
        52
    }
}

impl Vehicle for Taxi {
    fn seats(&self) -> u32 {
        4
    }
}

fn main() {
    let mut fleet: Vec<Box<dyn Vehicle>> = vec![Box::new(Taxi)];
    fleet.push(Bus);
    println!("{}", fleet.iter().map(|v| v.seats()).sum::<u32>());
}
