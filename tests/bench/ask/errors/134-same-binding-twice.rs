fn main() {
    let pair = (3, 4);
    match pair {
        (n, n) => println!("equal {n}"),
        _ => println!("different"),
    }
}
