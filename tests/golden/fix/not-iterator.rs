fn main() {
    for i in 3 {
        println!("{i}");
    }
}
