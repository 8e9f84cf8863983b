use super::*;

#[test]
fn a_full_turn() {
    let mut facing = Facing::North;
    for expected in [Facing::East, Facing::South, Facing::West, Facing::North] {
        facing = facing.right();
        assert_eq!(facing, expected, "a quarter turn to the right");
    }
}

#[test]
fn steps() {
    assert_eq!(Facing::North.step(0, 0), (0, 1), "north is up");
    assert_eq!(Facing::East.step(0, 0), (1, 0), "east is right");
    assert_eq!(Facing::South.step(2, 2), (2, 1), "south is down");
    assert_eq!(Facing::West.step(2, 2), (1, 2), "west is left");
}
