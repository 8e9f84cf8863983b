trait Shape {
    fn area(&self) -> f64;
}
struct Square;
impl Shape for Square {
    fn area(&self) -> f64 {
        1.0
    }
    fn double(&self) -> f64 {
        2.0
    }
}
fn main() {
    println!("{} {}", Square.area(), Square.double());
}
