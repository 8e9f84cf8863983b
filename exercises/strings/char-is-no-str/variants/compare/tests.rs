use super::*;

#[test]
fn counted() {
    assert_eq!(commas("a,b,,c"), 3, "three commas");
    assert_eq!(commas("none"), 0, "no comma");
}
