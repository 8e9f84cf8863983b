use super::*;

#[test]
fn one_is_there_already() {
    assert_eq!(steps(1), 0, "1 needs no step");
}

#[test]
fn small_numbers() {
    assert_eq!(steps(2), 1, "2, 1");
    assert_eq!(steps(6), 8, "6, 3, 10, 5, 16, 8, 4, 2, 1");
}

#[test]
fn long_way() {
    assert_eq!(steps(27), 111, "27 takes 111 steps");
    assert_eq!(steps(113_383), 247, "this one climbs above the largest i32");
}
