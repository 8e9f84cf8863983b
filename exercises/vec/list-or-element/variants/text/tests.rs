use super::*;

#[test]
fn spelled() {
    assert_eq!(spell(&['o', 'k']), "ok", "letter by letter");
    assert_eq!(spell(&[]), "", "no letters");
}
