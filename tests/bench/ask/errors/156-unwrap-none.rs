fn main() {
    let staff = vec!["Ida", "Jon"];
    let wanted = String::from("Kurt");
    let at = staff.iter().position(|n| *n == wanted).unwrap();
    println!("desk {at}");
}
