use super::*;

#[test]
fn four_gives_eight() {
    assert_eq!(double(4), 8, "double(4) is 8");
}

#[test]
fn zero_stays_zero() {
    assert_eq!(double(0), 0, "double(0) is 0");
}
