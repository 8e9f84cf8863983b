use super::*;

#[test]
fn past_the_top() {
    assert_eq!(turn(350, 20), 10, "past 360");
    assert_eq!(turn(0, 720), 0, "two full turns");
}

#[test]
fn backwards() {
    assert_eq!(turn(10, -30), 340, "below 0");
    assert_eq!(turn(0, -360), 0, "a full turn back");
}
