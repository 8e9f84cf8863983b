use super::*;

#[test]
fn only_long_words() {
    assert_eq!(
        long_words("the green apple and I")[..],
        ["green", "apple"],
        "words with five letters or more"
    );
}

#[test]
fn letters_not_bytes() {
    assert!(long_words("käse")[..].is_empty(), "käse has four letters");
}
