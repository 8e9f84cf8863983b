use super::*;

#[test]
fn two_rows() {
    assert_eq!(
        turn(&[vec![1, 2, 3], vec![4, 5, 6]]),
        [vec![1, 4], vec![2, 5], vec![3, 6]],
        "three columns become rows"
    );
}

#[test]
fn single_row_and_column() {
    assert_eq!(turn(&[vec![7, 8]]), [vec![7], vec![8]], "one row");
    assert_eq!(turn(&[vec![7], vec![8]]), [vec![7, 8]], "one column");
}

#[test]
fn empty() {
    assert!(turn(&[]).is_empty(), "an empty grid");
}
