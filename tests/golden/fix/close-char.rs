fn main() {
    let c = '●;
    println!("{c}");
}
