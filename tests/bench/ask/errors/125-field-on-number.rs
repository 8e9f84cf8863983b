fn main() {
    let width = 40;
    println!("{}", width.len);
}
