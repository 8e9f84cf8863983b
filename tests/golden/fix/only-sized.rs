trait Shape {
    fn area(&self) -> f64;
    fn twin(&self) -> Self;
}

struct Dot;

impl Shape for Dot {
    fn area(&self) -> f64 {
        0.0
    }
    fn twin(&self) -> Self {
        Dot
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Dot)];
    println!("{}", shapes[0].area());
}
