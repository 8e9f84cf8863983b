use solution::*;

#[test]
fn with_punctuation() {
    assert!(is_palindrome("Was it a car, or a cat I saw?"));
}

#[test]
fn is_not() {
    assert!(!is_palindrome("palindrome"));
    assert!(!is_palindrome("12 31"));
}

#[test]
fn empty_is_one() {
    assert!(is_palindrome(" ,. "));
}
