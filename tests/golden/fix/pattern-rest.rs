fn main() {
    let v = [1, 2, 3];
    match v {
        [a, b] => println!("{a} {b}"),
    }
}
