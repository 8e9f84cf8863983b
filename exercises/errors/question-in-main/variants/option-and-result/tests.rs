use super::*;

#[test]
fn good() {
    assert_eq!(port("host:80"), Ok(80), "behind the colon");
}

#[test]
fn bad() {
    assert_eq!(port("host"), Err("no colon"), "there is no colon");
    assert_eq!(port("host:x"), Err("no number"), "x is no number");
    assert_eq!(port("host:80:90"), Err("no number"), "80:90 is no number");
    assert_eq!(port("host:70000"), Err("no number"), "too large for a u16");
}
