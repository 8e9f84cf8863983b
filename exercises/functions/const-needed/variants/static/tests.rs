use super::*;

#[test]
fn table() {
    assert_eq!(SQUARES, [0, 1, 4, 9, 16], "the squares of 0 to 4");
    assert_eq!((square(3), square(5)), (Some(9), None), "looked up");
}
