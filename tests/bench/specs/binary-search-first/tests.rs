use solution::*;

#[test]
fn found() {
    assert_eq!(first_at_least(&[1, 3, 3, 7], 3), Some(1));
    assert_eq!(first_at_least(&[1, 3, 3, 7], 4), Some(3));
    assert_eq!(first_at_least(&[1, 3], 0), Some(0));
}

#[test]
fn not_there() {
    assert_eq!(first_at_least(&[1, 3], 9), None);
    assert_eq!(first_at_least(&[], 1), None);
}
