fn main() {
    let width: f64 = 2.5;
    let count: i32 = 3;
    println!("{}", width * count);
}
