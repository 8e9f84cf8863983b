use solution::*;

#[test]
fn good() {
    assert!(balanced("fn f(a: [u8; 2]) { g(a[0]); }"));
    assert!(balanced("no brackets"));
}

#[test]
fn bad() {
    assert!(!balanced("(]"));
    assert!(!balanced("(()"));
    assert!(!balanced("}{"));
}
