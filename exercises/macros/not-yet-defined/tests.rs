use super::*;

#[test]
fn squares() {
    assert_eq!(area(4), 16, "4 * 4");
    assert_eq!(area(0), 0, "nothing");
}

#[test]
fn macro_is_still_there() {
    assert_eq!(
        square!(2 + 1),
        9,
        "the macro can be used with a whole expression"
    );
}
