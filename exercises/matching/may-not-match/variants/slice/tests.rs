use super::*;

#[test]
fn spans() {
    assert_eq!(span(&[3, 10]), 7, "10 - 3");
    assert_eq!(span(&[3, 10, 20]), 0, "three numbers");
    assert_eq!(span(&[3]), 0, "one number");
    assert_eq!(span(&[]), 0, "no number");
}
