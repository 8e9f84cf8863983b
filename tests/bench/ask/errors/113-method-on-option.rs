fn main() {
    let names = ["ole", "pia", "quin"];
    let hit = names.iter().find(|n| n.starts_with('p'));
    println!("{}", hit.to_uppercase());
}
