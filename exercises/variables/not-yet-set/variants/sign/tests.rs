use super::*;

#[test]
fn three_cases() {
    assert_eq!(side(4), "plus", "above zero");
    assert_eq!(side(-4), "minus", "below zero");
    assert_eq!(side(0), "zero", "neither");
}
