use super::*;

#[test]
fn joined() {
    assert_eq!(codes("Ab #x CD"), "ab-cd", "without the word with #");
    assert_eq!(codes("#a #b"), "", "nothing is left");
    assert_eq!(codes(" A"), "a", "a single word");
}
