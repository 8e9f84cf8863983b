use super::*;

#[test]
fn numbers() {
    assert_eq!(double("21").ok(), Some(42), "twice 21");
    assert_eq!(double(" -4\n").ok(), Some(-8), "blanks around it");
}

#[test]
fn no_number() {
    assert!(double("x").is_err(), "no number is an error");
    assert!(double("").is_err(), "nothing is an error as well");
}
