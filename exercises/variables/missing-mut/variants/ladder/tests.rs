use super::*;

#[test]
fn two_below_the_top() {
    assert_eq!(rung(7), 5, "seven up, two down");
}

#[test]
fn never_below_the_ground() {
    assert_eq!(rung(1), 0, "he stops at the ground");
    assert_eq!(rung(0), 0, "he never left the ground");
}
