use super::*;

#[test]
fn mixed() {
    assert_eq!(merge(&[1, 4], &[2, 3, 9]), [1, 2, 3, 4, 9], "in order");
}

#[test]
fn rest_is_kept() {
    assert_eq!(
        merge(&[1, 2, 3], &[]),
        [1, 2, 3],
        "the second list is empty"
    );
    assert_eq!(merge(&[], &[5, 6]), [5, 6], "the first list is empty");
    assert_eq!(
        merge(&[1], &[2, 7, 8]),
        [1, 2, 7, 8],
        "the rest of the second list"
    );
}

#[test]
fn equal_numbers() {
    assert_eq!(merge(&[2, 2], &[2]), [2, 2, 2], "all equal numbers stay");
}
