fn main() {
    mut let height = 10;
    height += 5;
    println!("{height}");
}
