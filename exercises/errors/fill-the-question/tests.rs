use super::*;

#[test]
fn good() {
    assert_eq!(speed("7", "2"), Ok(3), "rounded down");
}

#[test]
fn bad() {
    assert_eq!(speed("x", "2"), Err("number"), "the first is no number");
    assert_eq!(speed("7", ""), Err("number"), "the second is no number");
    assert_eq!(speed("7", "0"), Err("zero"), "zero hours");
}
