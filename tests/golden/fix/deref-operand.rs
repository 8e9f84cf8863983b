fn main() {
    let n = &5;
    println!("{}", 5 == n);
}
