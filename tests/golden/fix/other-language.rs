fn main() {
    let n: int = 5;
    println!("{n}");
}
