fn main() {
    let n: i64 = 5;
    let small: i32 = n;
    println!("{small}");
}
