use super::*;

#[test]
fn no_bugs() {
    assert_eq!(verdict(0), "ship it", "no bugs: it can go out");
}

#[test]
fn bugs() {
    assert_eq!(verdict(1), "wait", "one bug is enough to wait");
    assert_eq!(verdict(80), "wait", "80 bugs are more than enough");
}
