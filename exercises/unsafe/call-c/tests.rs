use super::*;

#[test]
fn lengths() {
    assert_eq!(length("hello"), Some(5), "five bytes");
    assert_eq!(length(""), Some(0), "nothing");
    assert_eq!(length("ä"), Some(2), "bytes, not letters");
}

#[test]
fn zero_byte() {
    assert_eq!(length("a\0b"), None, "C could not see the rest");
}
