fn main() {
    let t: (i32, i32) = (1 2);
    println!("{t:?}");
}
