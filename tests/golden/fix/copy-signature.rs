trait Shape {
    fn scale(&self, by: f64) -> f64;
}
struct Square(f64);
impl Shape for Square {
    fn scale(&self) -> f64 {
        self.0
    }
}
fn main() {
    println!("{}", Square(1.0).scale(2.0));
}
