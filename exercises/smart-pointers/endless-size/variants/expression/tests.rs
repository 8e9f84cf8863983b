use super::*;

#[test]
fn nested() {
    assert_eq!(value(&mul(add(num(1), num(2)), num(4))), 12, "(1 + 2) * 4");
    assert_eq!(value(&add(num(1), mul(num(2), num(4)))), 9, "1 + 2 * 4");
}

#[test]
fn plain_number() {
    assert_eq!(value(&num(-7)), -7, "a number alone");
}
