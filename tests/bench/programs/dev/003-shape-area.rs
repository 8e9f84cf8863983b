enum Shape {
    Circle(f64),
    Rect(f64, f64),
    Empty,
}

fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(r, _) => 3.0 * r * r,
        Shape::Rect(w, h) => w * h,
        Shape::Empty => 0.0,
    }
}

fn main() {
    let shapes = vec![Shape::Circle(2.0), Shape::Rect(3.0, 4.0), Shape::Empty];
    for shape in &shapes {
        println!("{:.1}", area(shape));
    }
}
