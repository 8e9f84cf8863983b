use super::*;

#[test]
fn above_ten() {
    assert_eq!(first_square_above(10), 16, "3 * 3 is below, 4 * 4 is above");
}

#[test]
fn limit_is_a_square() {
    assert_eq!(first_square_above(16), 25, "16 is not above 16");
    assert_eq!(first_square_above(0), 1, "1 is above 0");
}
