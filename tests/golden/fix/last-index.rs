fn main() {
    let days = ["Mon", "Tue", "Wed"];
    println!("{}", days[3]);
}
