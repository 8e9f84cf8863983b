use solution::*;

#[test]
fn writes() {
    assert_eq!(to_hex(&[0, 15, 255]), "000fff");
}

#[test]
fn reads() {
    assert_eq!(from_hex("000FfF"), Some(vec![0, 15, 255]));
    assert_eq!(from_hex(""), Some(vec![]));
}

#[test]
fn refuses() {
    assert_eq!(from_hex("abc"), None);
    assert_eq!(from_hex("zz"), None);
    assert_eq!(from_hex("+f"), None);
}
