use solution::*;

#[test]
fn there() {
    assert_eq!(encode("aaab"), "3a1b");
    assert_eq!(encode(""), "");
}

#[test]
fn back() {
    assert_eq!(decode("3a1b").as_deref(), Some("aaab"));
    assert_eq!(decode("12x").as_deref(), Some("xxxxxxxxxxxx"));
}

#[test]
fn nonsense() {
    assert_eq!(decode("a3"), None);
    assert_eq!(decode("3"), None);
}
