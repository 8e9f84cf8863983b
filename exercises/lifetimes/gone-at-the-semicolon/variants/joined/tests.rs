use super::*;

#[test]
fn between() {
    assert_eq!(
        middle(&["a", "b", "c", "d"]),
        "b-c",
        "between the first and the last dash"
    );
    assert_eq!(middle(&["a", "b"]), "", "a single dash");
    assert_eq!(middle(&[]), "", "no words");
}
