use super::*;

#[test]
fn found() {
    assert_eq!(first_long(&["a", "tree", "house"]), 1, "the second word");
    assert_eq!(first_long(&["tree"]), 0, "the first word");
}

#[test]
fn not_found() {
    assert_eq!(
        first_long(&["a", "cat"]),
        2,
        "three letters are not more than 3"
    );
    assert_eq!(first_long(&[]), 0, "no words");
}
