use super::*;

#[test]
fn scores() {
    assert_eq!(score(&[true, false, true]), 17, "10 - 3 + 10");
    assert_eq!(score(&[]), 0, "no shots");
}
