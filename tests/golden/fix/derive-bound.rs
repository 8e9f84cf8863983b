struct Point {
    x: i32,
}
fn show<T: Clone>(_t: &T) {}
fn main() {
    let p = Point { x: 1 };
    show(&p);
    println!("{}", p.x);
}
