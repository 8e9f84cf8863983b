#[derive(Debug, Clone, Copy, PartialEq)]
struct Meters(f64);

#[derive(Debug)]
struct Track {
    name: &'static str,
    length: Meters,
}

fn main() {
    let t = Track("loop", Meters(400.0));
    let laps = 5;
    let total = t.length.0 * laps;
    println!("{}: {:?}", t.name, Meters(total));
    println!("{}", t.length == Meters(400.0));
}
