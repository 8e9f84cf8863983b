use super::*;

#[test]
fn costs() {
    assert_eq!(cost(4), 14, "2 * (4 + 3)");
    assert_eq!(cost(0), 6, "2 * 3");
}
