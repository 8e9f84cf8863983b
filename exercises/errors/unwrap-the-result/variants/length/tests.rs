use super::*;

#[test]
fn sizes() {
    assert_eq!(size("12\nrest"), 12, "the first line");
    assert_eq!(size("x\n5"), -1, "no number");
    assert_eq!(size(""), -1, "no line");
}
