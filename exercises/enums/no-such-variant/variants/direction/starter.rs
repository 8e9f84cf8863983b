#[derive(Debug, PartialEq)]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
}

pub fn back(way: Way) -> Way {
    match way {
        Way::Up => Way::Bottom,
        Way::Down => Way::Up,
        Way::Left => Way::Right,
        Way::Right => Way::Left,
    }
}
