use super::*;

#[test]
fn inside_and_outside() {
    assert_eq!(cell(&['a', 'b'], 1), 'b', "the second letter");
    assert_eq!(cell(&['a', 'b'], 2), '#', "just outside");
    assert_eq!(cell(&['a', 'b'], -1), '#', "to the left of it");
    assert_eq!(cell(&[], 0), '#', "an empty row");
}
