use solution::*;

#[test]
fn two_by_three() {
    let m = vec![vec![1, 2, 3], vec![4, 5, 6]];
    assert_eq!(
        transpose(&m),
        Some(vec![vec![1, 4], vec![2, 5], vec![3, 6]])
    );
}

#[test]
fn ragged() {
    assert_eq!(transpose(&[vec![1], vec![2, 3]]), None);
}

#[test]
fn empty() {
    assert_eq!(transpose(&[]), Some(vec![]));
}
