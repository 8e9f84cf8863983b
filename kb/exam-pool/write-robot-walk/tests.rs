use super::Step::*;
use super::*;

#[test]
fn it_starts_looking_north() {
    assert_eq!(walk(&[]), (0, 0), "no step");
    assert_eq!(walk(&[Ahead(5)]), (0, 5), "straight on");
}

#[test]
fn turns_to_both_sides() {
    assert_eq!(
        walk(&[Right, Ahead(3), Left, Ahead(2)]),
        (3, 2),
        "right, left"
    );
    assert_eq!(walk(&[Left, Ahead(3)]), (-3, 0), "to the west");
    assert_eq!(walk(&[Left, Left, Ahead(1)]), (0, -1), "left twice");
}

#[test]
fn back_turns_and_does_not_move() {
    assert_eq!(walk(&[Ahead(2), Back]), (0, 2), "turned, not moved");
    assert_eq!(
        walk(&[Right, Back, Ahead(2), Right, Ahead(1)]),
        (-2, 1),
        "then on"
    );
}

#[test]
fn round_a_block() {
    let block = [Ahead(4), Right, Ahead(4), Right, Ahead(4), Right, Ahead(4)];
    assert_eq!(walk(&block), (0, 0), "back at the start");
}
