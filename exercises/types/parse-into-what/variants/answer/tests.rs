use super::*;

#[test]
fn truths() {
    assert!(both("true", "true"), "both are true");
    assert!(!both("true", "false"), "the second is false");
    assert!(!both("false", "true"), "the first is false");
    assert!(!both("false", "false"), "none is true");
}
