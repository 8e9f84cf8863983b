use super::*;

#[test]
fn digits() {
    assert_eq!(digit(0), '0', "zero");
    assert_eq!(digit(7), '7', "seven");
    assert_eq!(digit(9), '9', "nine");
}
