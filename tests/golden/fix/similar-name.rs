fn main() {
    match "4".parse::<u8>() {
        Ok(num) => println!("{}", number + 1),
        Err(_) => println!("no"),
    }
}
