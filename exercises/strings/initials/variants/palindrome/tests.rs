use super::*;

#[test]
fn sentence() {
    assert!(
        mirror("Never odd, or even!"),
        "blanks and marks do not count"
    );
    assert!(!mirror("almost tsolma"), "the l and the m differ");
}

#[test]
fn edges() {
    assert!(mirror(""), "an empty text");
    assert!(mirror("Été"), "É and é are the same letter");
    assert!(!mirror("1a2"), "digits count");
}
