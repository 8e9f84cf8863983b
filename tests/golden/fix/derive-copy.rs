struct Point {
    x: i32,
}
fn main() {
    let a = Point { x: 1 };
    let b = a;
    println!("{} {}", a.x, b.x);
}
