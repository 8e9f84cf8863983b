use std::f64::consts::PI;

pub trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String;
    fn describe(&self) -> String {
        format!("{} of {:.2}", self.name(), self.area())
    }
}

pub struct Circle {
    pub radius: f64,
}

pub struct Rect {
    pub w: f64,
    pub h: f64,
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        PI * self.radius.powi(2)
    }

    fn name(&self) -> String {
        "circle".to_string()
    }
}

impl Shape for Rect {
    fn area(&self) -> f64 {
        self.w * self.h
    }

    fn name(&self) -> String {
        if self.w == self.h { "square".to_string() } else { "rectangle".to_string() }
    }
}

pub fn total(shapes: &[Box<dyn Shape>]) -> f64 {
    shapes.iter().map(|s| s.area()).sum()
}

pub fn biggest(shapes: &[Box<dyn Shape>]) -> Option<&dyn Shape> {
    shapes
        .iter()
        .max_by(|a, b| a.area().total_cmp(&b.area()))
        .map(|s| s.as_ref())
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![
        Box::new(Circle { radius: 1.0 }),
        Box::new(Rect { w: 2.0, h: 3.5 }),
    ];
    println!("{:.2}", total(&shapes));
    if let Some(s) = biggest(&shapes) {
        println!("{}", s.describe());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<Box<dyn Shape>> {
        vec![Box::new(Rect { w: 2.0, h: 2.0 }), Box::new(Circle { radius: 2.0 })]
    }

    #[test]
    fn describes_a_square() {
        assert_eq!(some()[0].describe(), "square of 4.00");
    }

    #[test]
    fn total_area() {
        assert!((total(&some()) - 16.566).abs() < 0.001);
    }

    #[test]
    fn biggest_is_the_circle() {
        assert_eq!(biggest(&some()).map(|s| s.name()), Some("circle".to_string()));
        assert!(biggest(&[]).is_none());
    }
}
