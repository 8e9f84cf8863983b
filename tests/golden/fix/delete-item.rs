trait Shape {
    fn area(&self) -> f64;
}
struct Square;
impl Shape for Square {
    type Unit = f64;
    fn area(&self) -> f64 {
        1.0
    }
}
fn main() {
    println!("{}", Square.area());
}
