use solution::*;

#[test]
fn precedence() {
    assert_eq!(calc("2 + 3 * 4"), Some(14));
    assert_eq!(calc("(2+3)*4"), Some(20));
    assert_eq!(calc("10 - 4 - 3"), Some(3));
}

#[test]
fn signs() {
    assert_eq!(calc("-3 * -(1 + 1)"), Some(6));
}

#[test]
fn broken() {
    for bad in ["", "2 +", "(1", "1)", "a", "2 3"] {
        assert_eq!(calc(bad), None, "{bad}");
    }
}
