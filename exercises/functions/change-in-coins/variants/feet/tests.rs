use super::*;

#[test]
fn mile_and_yard() {
    assert_eq!(measure(5283), (1, 1, 0), "5280 feet are a mile");
}

#[test]
fn small() {
    assert_eq!(measure(5), (0, 1, 2), "a yard and two feet");
    assert_eq!(measure(5279), (0, 1759, 2), "one foot short of a mile");
}
