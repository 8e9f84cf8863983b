use super::*;

#[test]
fn joined() {
    assert_eq!(join("a", "b"), "a-b", "a dash between");
    assert_eq!(join("", ""), "-", "empty texts");
}
