fn main() {
    let line = "4 8 15 16";
    let total: i32 = line.split_whitespace().sum();
    println!("{total}");
}
