use super::*;

#[test]
fn in_time() {
    assert_eq!(fine(14), 0, "14 days are free");
    assert_eq!(fine(3), 0, "3 days are free");
}

#[test]
fn late() {
    assert_eq!(fine(15), 2, "one day late");
    assert_eq!(fine(20), 12, "six days late");
}
