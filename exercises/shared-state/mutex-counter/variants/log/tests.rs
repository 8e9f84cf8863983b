use super::*;

#[test]
fn all_arrive() {
    assert_eq!(
        race(&["bo", "al", "cy"]),
        ["al", "bo", "cy"],
        "all names, sorted"
    );
}

#[test]
fn nobody() {
    assert!(race(&[]).is_empty(), "no names");
}
