use super::*;

#[test]
fn counted() {
    assert_eq!(
        count(&[1, 3, 1, 0]),
        [1, 2, 0, 1, 0, 0, 0, 0, 0, 0],
        "by number"
    );
    assert_eq!(count(&[9, 10, 255])[9], 1, "numbers above 9 are ignored");
}
