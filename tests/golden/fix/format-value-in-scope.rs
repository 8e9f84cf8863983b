fn main() {
    let town = "Pisa";
    let height = 56.7;
    println!("{}: {:.1} m", town);
}
