use super::*;

#[test]
fn counts_and_stamps() {
    assert_eq!(
        stamp(String::from("dear sir")),
        (String::from("dear sir [seen]"), 2),
        "two words and the stamp"
    );
}

#[test]
fn empty_letter() {
    assert_eq!(
        stamp(String::new()),
        (String::from(" [seen]"), 0),
        "no words, but a stamp"
    );
}

#[test]
fn blanks_are_no_words() {
    assert_eq!(
        stamp(String::from("a  b ")).1,
        2,
        "two blanks in a row are not a word"
    );
}
