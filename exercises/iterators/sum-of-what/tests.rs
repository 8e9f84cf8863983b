use super::*;

#[test]
fn small_numbers() {
    assert_eq!(average(&[1, 2, 4]), 2, "7 / 3, rounded down");
    assert_eq!(average(&[]), 0, "an empty list");
}

#[test]
fn sum_above_255() {
    assert_eq!(average(&[250, 252]), 251, "the sum does not fit in a u8");
    assert_eq!(average(&[200; 1000]), 200, "a long list");
}
