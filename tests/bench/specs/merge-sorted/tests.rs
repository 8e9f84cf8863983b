use solution::*;

#[test]
fn interleaved() {
    assert_eq!(merge(&[1, 4, 9], &[2, 4, 10, 11]), [1, 2, 4, 4, 9, 10, 11]);
}

#[test]
fn one_is_empty() {
    assert_eq!(merge(&[], &[5, 6]), [5, 6]);
    assert_eq!(merge(&[-1], &[]), [-1]);
}
