struct Point { x: i32 }
fn show<T: Point>(p: T) { println!("{}", p.x); }
fn main() { show(Point { x: 1 }); }
