fn main() {
    let rows = 4;
    for row in rows {
        println!("{}", "*".repeat(row));
    }
}
