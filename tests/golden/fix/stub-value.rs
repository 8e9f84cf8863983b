fn main() {
    let n: i32 = limit;
    println!("{n}");
}
