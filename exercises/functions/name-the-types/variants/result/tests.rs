use super::*;

#[test]
fn halves() {
    assert_eq!(half(3.0), 1.5, "half of 3");
    assert_eq!(half(0.5), 0.25, "half of a half");
}
