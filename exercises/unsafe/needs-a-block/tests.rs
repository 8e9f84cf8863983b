use super::*;

#[test]
fn first_and_last() {
    assert_eq!(ends(&[1, 2, 3]), Some((1, 3)), "the two ends");
    assert_eq!(ends(&[7]), Some((7, 7)), "one number is both");
}

#[test]
fn empty() {
    assert_eq!(ends(&[]), None, "no number");
}

#[test]
fn from_safe_code() {
    let f: fn(&[i32]) -> Option<(i32, i32)> = ends;
    assert_eq!(f(&[4, 5]), Some((4, 5)), "callers need no unsafe");
}
