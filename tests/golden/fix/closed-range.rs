fn main() {
    let n = 7u8;
    match n {
        7..7 => println!("seven"),
        _ => println!("other"),
    }
}
