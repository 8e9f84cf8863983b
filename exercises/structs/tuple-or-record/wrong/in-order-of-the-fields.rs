#[derive(Debug, PartialEq)]
pub struct Point {
    pub y: i32,
    pub x: i32,
}

pub fn start() -> Point {
    Point { y: 0, x: 5 }
}
