fn main() {
    let street = "Elm Street";
    let number = "42";
    let address = street + " " + number;
    println!("{address}");
}
