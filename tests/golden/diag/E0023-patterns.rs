enum Shape {
    Circle(f64),
    Rect { w: f64, h: f64 },
}

fn area(s: &Shape) -> f64 {
    match s {
        Shape::Circle(r, x) => 3.14 * r * x,
        Shape::Rect { w } => *w,
        Shape::Square(a) => a * a,
    }
}

fn main() {
    println!("{}", area(&Shape::Circle(1.0)) + area(&Shape::Rect { w: 1.0, h: 2.0 }));
}
