fn main() {
    let row = vec![17, 4, "n/a", 12];
    println!("{}", row.len());
}
