use matrix::Matrix;

fn m(rows: &[&[i32]]) -> Matrix<i32> {
    Matrix::new(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
}

#[test]
fn made_of_rows() {
    assert_eq!(
        m(&[&[1, 2, 3], &[4, 5, 6]]).size(),
        (2, 3),
        "two rows, three columns"
    );
    assert!(
        Matrix::new(vec![vec![1], vec![2, 3]]).is_none(),
        "rows of different lengths"
    );
    assert!(
        Matrix::new(vec![vec![1, 2], vec![3]]).is_none(),
        "the last row is too short"
    );
}

#[test]
fn cells() {
    let mut a = m(&[&[1, 2, 3], &[4, 5, 6]]);
    assert_eq!((a[(0, 2)], a[(1, 0)]), (3, 4), "row first, then column");
    a[(1, 2)] = 9;
    assert_eq!(a, m(&[&[1, 2, 3], &[4, 5, 9]]), "one cell has changed");
}

#[test]
#[should_panic]
fn column_too_large() {
    let a = m(&[&[1, 2], &[3, 4]]);
    let _ = a[(0, 2)];
}

#[test]
fn product() {
    let a = m(&[&[1, 2, 3], &[4, 5, 6]]);
    let b = m(&[&[1, 0], &[0, 1], &[2, 2]]);
    assert_eq!(
        &a * &b,
        Some(m(&[&[7, 8], &[16, 17]])),
        "rows times columns"
    );
    assert_eq!(&a * &a, None, "2 x 3 times 2 x 3 does not fit");
    assert_eq!(
        (&b * &a).map(|c| c.size()),
        Some((3, 3)),
        "3 x 2 times 2 x 3"
    );
}

#[test]
fn other_types() {
    let words = Matrix::new(vec![vec!["a", "b"]]).unwrap();
    assert_eq!(words[(0, 1)], "b", "a matrix of texts");
    let half = Matrix::new(vec![vec![0.5]]).unwrap();
    assert_eq!((&half * &half).unwrap()[(0, 0)], 0.25, "floats");
}
