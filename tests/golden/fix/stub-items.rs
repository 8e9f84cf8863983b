trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String;
}
struct Square;
impl Shape for Square {
    fn area(&self) -> f64 {
        1.0
    }
}
fn main() {
    println!("{}", Square.area());
}
