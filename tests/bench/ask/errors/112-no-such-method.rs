fn main() {
    let guests = vec!["Kim", "Noor"];
    println!("{} guests", guests.size());
}
