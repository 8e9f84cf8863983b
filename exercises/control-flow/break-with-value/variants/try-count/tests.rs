use super::*;

#[test]
fn halved() {
    assert_eq!(tries(12), 2, "12, 6, 3");
    assert_eq!(tries(7), 0, "7 is odd");
    assert_eq!(tries(64), 6, "down to 1");
}
