trait Shape {
    fn sides(&self) -> u32;
}

struct Tri;
struct Quad;

impl Shape for Tri {
    fn sides(&self) -> u32 {
        3
    }
}

impl Shape for Quad {
    fn sides(&self) -> u32 {
        4
    }
}

fn total(shapes: &[Box<Shape>]) -> u32 {
    shapes.iter().map(|s| s.sides()).sum()
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Tri), Box::new(Quad), Box::new(Tri)];
    println!("{}", total(&shapes));
}
