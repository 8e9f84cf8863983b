use super::*;

#[test]
fn counted() {
    assert_eq!(records(&[9, 7, 8, 5]), 3, "9, 7 and 5");
    assert_eq!(records(&[5, 5]), 1, "equal is not better");
    assert_eq!(records(&[1, 2, 3]), 1, "only the first");
    assert_eq!(records(&[]), 0, "no times");
}
