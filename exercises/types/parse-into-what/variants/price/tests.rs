use super::*;

#[test]
fn cheap() {
    assert!(is_cheap("4.99"), "just below 5");
    assert!(is_cheap("0"), "nothing at all");
}

#[test]
fn dear() {
    assert!(!is_cheap("5.00"), "5 is not below 5");
    assert!(!is_cheap("12"), "without a point");
}
