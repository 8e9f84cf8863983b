use super::*;

#[test]
fn words() {
    assert_eq!(last_word("to be or"), "or", "the last word");
    assert_eq!(last_word("  "), "-", "no words");
}
