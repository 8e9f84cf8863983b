fn main() {
    let name = String::from("Ann");
    if !name {
        println!("no name");
    }
}
