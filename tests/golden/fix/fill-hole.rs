fn twice(n: _) -> i32 {
    n * 2
}
fn main() {
    println!("{}", twice(4));
}
