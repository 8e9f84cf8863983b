fn main() {
    match 5u8 {
        10..=1 => println!("few"),
        _ => println!("many"),
    }
}
