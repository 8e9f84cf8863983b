use super::*;

#[test]
fn shared() {
    assert_eq!(share(10, 3), Some(3), "rounded down");
    assert_eq!(share(0, 3), Some(0), "nothing to share");
}

#[test]
fn nobody() {
    assert_eq!(share(10, 0), None, "nobody there");
}
