use super::*;

#[test]
fn both_signs_in_order() {
    let mut text = String::from("so");
    mark(&mut text);
    assert_eq!(text, "so!?", "first the one, then the other");
}

#[test]
fn empty_text() {
    let mut text = String::new();
    mark(&mut text);
    assert_eq!(text, "!?", "also an empty text gets its signs");
}
