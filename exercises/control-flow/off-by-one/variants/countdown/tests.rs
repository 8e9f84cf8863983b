use super::*;

#[test]
fn from_three() {
    assert_eq!(countdown(3), [3, 2, 1, 0], "from 3 down to 0");
}

#[test]
fn from_zero() {
    assert_eq!(countdown(0), [0], "zero itself is part of it");
}
