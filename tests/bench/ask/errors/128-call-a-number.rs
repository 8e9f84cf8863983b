fn main() {
    let limit = 3;
    for i in 0..limit() {
        println!("{i}");
    }
}
