use super::*;

#[test]
fn sizes() {
    assert_eq!(size("42"), 42, "a size");
    assert_eq!(size(" 7\n"), 7, "blanks around it");
}

#[test]
fn no_sizes() {
    assert_eq!(size("big"), 0, "a word");
    assert_eq!(size("300"), 0, "too large for a u8");
    assert_eq!(size("-1"), 0, "negative");
}
