use super::*;

#[test]
fn lengths() {
    assert_eq!(message(&[]), "no one", "an empty queue");
    assert_eq!(message(&["a"]), "one", "a single person");
    assert_eq!(message(&["a", "b"]), "many", "two are many");
}
