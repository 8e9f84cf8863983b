use super::*;

#[test]
fn full_and_rest() {
    assert_eq!(weeks(17), (2, 3), "two weeks and three days");
    assert_eq!(weeks(7), (1, 0), "exactly one week");
    assert_eq!(weeks(6), (0, 6), "less than a week");
}
