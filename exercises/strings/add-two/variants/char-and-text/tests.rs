use super::*;

#[test]
fn plain_words() {
    assert_eq!(plural("cat"), "cats", "an s is added");
}

#[test]
fn hissing_words() {
    assert_eq!(plural("fox"), "foxes", "x takes es");
    assert_eq!(plural("bus"), "buses", "s takes es");
}
