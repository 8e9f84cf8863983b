use super::*;

#[test]
fn first_and_last() {
    assert_eq!(letter(0), 'a', "letter 0 is a");
    assert_eq!(letter(25), 'z', "letter 25 is z");
}

#[test]
fn in_the_middle() {
    assert_eq!(letter(4), 'e', "letter 4 is e");
}
