use solution::*;

#[test]
fn nothing() {
    assert_eq!(mean(&[]), None);
    assert_eq!(median(&[]), None);
}

#[test]
fn odd_and_even() {
    assert_eq!(median(&[9.0, 1.0, 5.0]), Some(5.0));
    assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
}

#[test]
fn average() {
    assert_eq!(mean(&[1.0, 2.0, 6.0]), Some(3.0));
}
