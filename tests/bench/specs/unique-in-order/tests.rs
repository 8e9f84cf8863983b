use solution::*;

#[test]
fn numbers() {
    assert_eq!(unique(&[3, 1, 3, 2, 1]), [3, 1, 2]);
}

#[test]
fn words() {
    assert_eq!(unique(&["b", "a", "b"]), ["b", "a"]);
    assert!(unique::<i32>(&[]).is_empty());
}
