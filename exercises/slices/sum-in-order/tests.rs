use super::*;

#[test]
fn counted() {
    assert_eq!(above(&[3, 9, 7], 5), 2, "9 and 7 are above 5");
    assert_eq!(above(&[5], 5), 0, "5 is not above 5");
    assert_eq!(above(&[], 0), 0, "no numbers");
}
