fn main() {
    let n = 3;
    let size = n > 2 ? "big" : "small";
    println!("{size}");
}
