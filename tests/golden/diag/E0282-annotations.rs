fn main() {
    let items = Vec::new();
    println!("{}", items.len());
    let n = "5".parse().unwrap();
}
