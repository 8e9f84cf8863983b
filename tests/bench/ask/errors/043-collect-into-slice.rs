fn main() {
    let squares: [i32] = (1..=5).map(|n| n * n).collect();
    println!("{}", squares.len());
}
