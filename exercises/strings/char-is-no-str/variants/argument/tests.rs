use super::*;

#[test]
fn filled() {
    assert_eq!(fill("tea", 6), "tea...", "three dots");
    assert_eq!(fill("käse", 5), "käse.", "letters, not bytes");
    assert_eq!(fill("long", 2), "long", "long enough");
}
