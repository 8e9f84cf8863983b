struct Point {
    x: i32,
}

fn main() {
    let p = Point { x: 1 };
    p.draw();
    p.draw();
    let n = 5.lenght();
    println!("{} {n}", p.x);
}
