use super::*;

#[test]
fn fits() {
    assert_eq!(store(0), Some(0), "0 fits");
    assert_eq!(store(255), Some(255), "255 fits");
}

#[test]
fn does_not_fit() {
    assert_eq!(store(256), None, "256 is one too many");
    assert_eq!(store(-1), None, "a u8 has no minus");
    assert_eq!(store(i64::MAX), None, "far too large");
}
