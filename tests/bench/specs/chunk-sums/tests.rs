use solution::*;

#[test]
fn even_groups() {
    assert_eq!(chunk_sums(&[1, 2, 3, 4], 2), [3, 7]);
}

#[test]
fn rest_and_zero() {
    assert_eq!(chunk_sums(&[1, 2, 3, 4, 5], 2), [3, 7, 5]);
    assert!(chunk_sums(&[1, 2], 0).is_empty());
    assert!(chunk_sums(&[], 3).is_empty());
}
