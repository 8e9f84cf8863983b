use super::*;

#[test]
fn long_bridge() {
    assert!(is_long("1280"), "1280 metres are more than 300");
    assert!(is_long("40000"), "40000 metres are more than 300");
}

#[test]
fn short_bridge() {
    assert!(!is_long("25"), "25 metres are not more than 300");
    assert!(!is_long(" 300 \n"), "exactly 300 is not longer than 300");
}
