use super::*;

#[test]
fn words_and_dashes() {
    assert_eq!(
        short("random-access memory"),
        "RAM",
        "blanks and dashes separate words"
    );
}

#[test]
fn many_separators() {
    assert_eq!(
        short(" a - b--c "),
        "ABC",
        "several separators in a row make no empty words"
    );
    assert_eq!(short("öl und"), "ÖU", "letters beyond ASCII");
}
