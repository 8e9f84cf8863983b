use super::*;

#[test]
fn one_slash() {
    assert_eq!(path("a", "b.txt"), "a/b.txt", "a slash is added");
    assert_eq!(path("a/", "b.txt"), "a/b.txt", "the slash is not doubled");
}

#[test]
fn deep() {
    assert_eq!(path("x/y", "z"), "x/y/z", "inner slashes stay");
}
