use super::*;

#[test]
fn sums() {
    assert_eq!(three(&[1, 2, 3, 4]), 6, "the first three");
    assert_eq!(three(&[5]), 5, "missing numbers are 0");
    assert_eq!(three(&[]), 0, "no numbers");
}
