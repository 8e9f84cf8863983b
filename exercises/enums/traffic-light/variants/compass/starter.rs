#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Facing {
    North,
    East,
    South,
    West,
}

impl Facing {
    pub fn right(self) -> Facing {
        todo!()
    }

    pub fn step(self, x: i32, y: i32) -> (i32, i32) {
        todo!()
    }
}
