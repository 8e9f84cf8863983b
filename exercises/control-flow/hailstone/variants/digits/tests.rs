use super::*;

#[test]
fn one_digit_stays() {
    assert_eq!(root(0), 0, "0 is one digit");
    assert_eq!(root(9), 9, "9 is one digit");
}

#[test]
fn several_rounds() {
    assert_eq!(root(493), 7, "493, 16, 7");
    assert_eq!(root(10), 1, "10 has two digits");
    assert_eq!(root(999_999_999_999), 9, "108, then 9");
}
