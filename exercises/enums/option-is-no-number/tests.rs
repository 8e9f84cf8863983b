use super::*;

#[test]
fn one_more() {
    assert_eq!(next_seat(Some(4)), 5, "after seat 4 comes seat 5");
    assert_eq!(next_seat(Some(0)), 1, "after seat 0 comes seat 1");
}

#[test]
fn nobody_sits_yet() {
    assert_eq!(next_seat(None), 1, "the first seat is number 1");
}
