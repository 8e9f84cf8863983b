#[derive(Debug, PartialEq)]
pub struct Step {
    pub x: i32,
    pub y: i32,
}
