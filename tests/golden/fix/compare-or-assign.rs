fn main() {
    let x = 3;
    let y = 3;
    if x = y {
        println!("same");
    }
}
