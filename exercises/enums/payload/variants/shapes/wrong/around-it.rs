pub enum Shape {
    Square(f64),
    Box { width: f64, height: f64 },
    Dot,
}

pub fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Square(side) => side * 4.0,
        Shape::Box { width, height } => width * height,
        Shape::Dot => 0.0,
    }
}
