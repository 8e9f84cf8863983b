use super::*;

#[test]
fn widths() {
    assert_eq!(width("3x4"), 3, "in front of the x");
    assert_eq!(width("34"), 0, "no x");
    assert_eq!(width("ax4"), 0, "no number");
}
