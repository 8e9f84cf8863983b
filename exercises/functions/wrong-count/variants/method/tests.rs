use super::*;

#[test]
fn tidied() {
    assert_eq!(tidy(" a b "), "a-b", "no blanks at the ends");
    assert_eq!(tidy("a"), "a", "nothing to do");
}
