fn main() {
    let base = 10;
    fn add(n: i32) -> i32 {
        n + base
    }
    println!("{}", add(1));
}
