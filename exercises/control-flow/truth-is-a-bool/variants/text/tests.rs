use super::*;

#[test]
fn names() {
    assert_eq!(greet("Bo"), "hello Bo", "a name");
    assert_eq!(greet(""), "hello", "no name");
}
