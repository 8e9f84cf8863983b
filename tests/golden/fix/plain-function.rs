fn twice(f: fn(i32) -> i32, n: i32) -> i32 {
    f(f(n))
}
fn main() {
    let step = 3;
    println!("{}", twice(|n| n + step, 1));
}
