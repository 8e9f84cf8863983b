fn main() {
    let name = "Sumatra";
    let area = 473_481;
    let people = 59.2;
    println!("{}: {} km2, {:.1} million", name, area);
    let dense = area > 1000;
    println!("{:>10}|{:<6}|{dense}", name, people);
}
