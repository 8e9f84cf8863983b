use super::*;

#[test]
fn three_marks() {
    assert_eq!(shout("go", 3), "go!!!", "three marks at the end");
}

#[test]
fn no_marks() {
    assert_eq!(shout("hm", 0), "hm", "no marks");
}
