fn main() {
    for (i = 1; i <= 3; i++) {
        println!("{i}");
    }
}
