fn main() {
    let width = 6
    let height = 7;
    println!("{}", width * height);
}
