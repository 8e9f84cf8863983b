use super::*;

#[test]
fn small_sums() {
    assert_eq!(earn(10, 3, 5), Some(25), "10 + 3 * 5");
    assert_eq!(earn(10, 3, -5), Some(-5), "a fine is a negative worth");
}

#[test]
fn product_too_large() {
    assert_eq!(earn(0, 200, 200), None, "40000 does not fit in an i16");
}

#[test]
fn sum_too_large() {
    assert_eq!(earn(32_767, 1, 1), None, "one more than the largest i16");
}
