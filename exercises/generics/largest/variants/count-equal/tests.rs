use super::*;

#[derive(PartialEq)]
struct NoOrder;
#[test]
fn counted() {
    assert_eq!(count(&[1, 2, 1], &1), 2, "1 is there twice");
    assert_eq!(count(&["a"], &"b"), 0, "b is not there");
}

#[test]
fn equality_is_enough() {
    assert_eq!(
        count(&[NoOrder, NoOrder], &NoOrder),
        2,
        "no order and no copies are needed"
    );
    assert_eq!(count(&[0.5], &0.5), 1, "floats have PartialEq only");
}
