use super::*;

#[test]
fn one_and_many() {
    assert_eq!(cats(1), "1 cat", "a single cat");
    assert_eq!(cats(3), "3 cats", "three cats");
    assert_eq!(cats(0), "0 cats", "no cats");
}
