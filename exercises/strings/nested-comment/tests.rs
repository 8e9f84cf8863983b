use super::*;

#[test]
fn both_texts() {
    assert_eq!(sign(true), "come in", "open");
    assert_eq!(sign(false), "closed", "closed");
}
