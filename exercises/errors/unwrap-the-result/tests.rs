use super::*;

#[test]
fn numbers() {
    assert_eq!(age("31"), 31, "a number");
    assert_eq!(age(" 7 "), 7, "blanks around it");
}

#[test]
fn others() {
    assert_eq!(age("old"), 0, "a word counts as 0");
    assert_eq!(age("-3"), 0, "an age is never negative");
}
