#[derive(Debug, PartialEq)]
pub struct Point(pub i32, pub i32);

pub fn start() -> Point {
    Point(0, 5)
}
