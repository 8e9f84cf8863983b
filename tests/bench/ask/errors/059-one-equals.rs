fn main() {
    let mut tries = 3;
    tries -= 3;
    if tries = 0 {
        println!("locked");
    } else {
        println!("{tries} left");
    }
}
