fn main() {
    let score = 99;
    println!(score);
}
