use super::*;

#[test]
fn word_by_word() {
    let mut parser = Parser::new("two  words ");
    assert_eq!(parser.word(), Some("two"), "the first word");
    assert_eq!(
        parser.word(),
        Some("words"),
        "the second word, in spite of two blanks"
    );
    assert_eq!(parser.word(), None, "nothing is left");
}

#[test]
fn words_can_be_kept() {
    let mut parser = Parser::new("a b");
    let first = parser.word();
    let second = parser.word();
    assert_eq!(
        (first, second),
        (Some("a"), Some("b")),
        "an old word is good while the parser goes on"
    );
}
