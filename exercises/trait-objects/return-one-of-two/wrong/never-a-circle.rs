pub trait Shape {
    fn name(&self) -> String;
}

pub struct Circle;
pub struct Polygon(u32);

impl Shape for Circle {
    fn name(&self) -> String {
        String::from("circle")
    }
}

impl Shape for Polygon {
    fn name(&self) -> String {
        format!("polygon with {} sides", self.0)
    }
}

pub fn shape(sides: u32) -> impl Shape {
    let _ = Circle;
    Polygon(sides)
}
