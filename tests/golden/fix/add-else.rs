fn main() {
    let n = 3;
    let x = if n > 2 { 5 };
    println!("{x}");
}
