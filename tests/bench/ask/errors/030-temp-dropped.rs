fn main() {
    let code = String::from("ab-12");
    let parts = code.to_uppercase().split('-');
    for part in parts {
        println!("{part}");
    }
}
