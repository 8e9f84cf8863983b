#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Facing {
    North,
    East,
    South,
    West,
}

impl Facing {
    pub fn right(self) -> Facing {
        match self {
            Facing::North => Facing::East,
            Facing::East => Facing::South,
            Facing::South => Facing::West,
            Facing::West => Facing::North,
        }
    }

    pub fn step(self, x: i32, y: i32) -> (i32, i32) {
        match self {
            Facing::North => (x, y + 1),
            Facing::East => (x + 1, y),
            Facing::South => (x, y - 1),
            Facing::West => (x - 1, y),
        }
    }
}
