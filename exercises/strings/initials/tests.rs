use super::*;

#[test]
fn capital_letters() {
    assert_eq!(
        title("hello world"),
        "Hello World",
        "each word gets a capital letter"
    );
    assert_eq!(title("LOUD"), "Loud", "the other letters become small");
}

#[test]
fn letters_beyond_ascii() {
    assert_eq!(
        title("élan ÄRGER"),
        "Élan Ärger",
        "é and Ä are letters as well"
    );
}

#[test]
fn blanks() {
    assert_eq!(
        title("  a \t b\n"),
        "A B",
        "one blank between words, none around"
    );
    assert_eq!(title(""), "", "nothing");
}
