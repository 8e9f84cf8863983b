use super::*;

#[test]
fn plain_name() {
    assert_eq!(first_letter("Ada"), 'A', "the first letter");
}

#[test]
fn letters_of_two_bytes() {
    assert_eq!(first_letter("Émile"), 'É', "É takes two bytes");
    assert_eq!(first_letter("李"), '李', "this one takes three");
}

#[test]
fn empty_name() {
    assert_eq!(first_letter(""), '?', "no letter");
}
