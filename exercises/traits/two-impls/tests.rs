use super::*;

#[test]
fn shown_things() {
    assert_eq!(7.label(), "<7>", "a number");
    assert_eq!("hi".label(), "<hi>", "a text");
}

#[test]
fn secret_is_hidden() {
    assert_eq!(Secret(42).label(), "<hidden>", "the number must not show");
    assert_eq!(Secret(42).0, 42, "it is still there");
}
