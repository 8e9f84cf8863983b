use super::*;

#[test]
fn second_letter() {
    assert_eq!(dash("tür"), "t-r", "ü is one letter of two bytes");
    assert_eq!(dash("abc"), "a-c", "the second letter only");
}

#[test]
fn short_words() {
    assert_eq!(dash("é"), "é", "one letter");
    assert_eq!(dash(""), "", "no letter");
}
