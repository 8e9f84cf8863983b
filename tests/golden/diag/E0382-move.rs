fn main() {
    let name = String::from("Ada");
    let other = name;
    println!("{name} {other}");
}
