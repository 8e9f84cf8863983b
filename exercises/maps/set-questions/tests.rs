use super::*;

#[test]
fn on_both_lists() {
    assert_eq!(
        both(&["cy", "al", "bo", "al"], &["al", "cy", "di"]),
        ["al", "cy"],
        "sorted, each name once"
    );
}

#[test]
fn only_on_the_first() {
    assert_eq!(
        only_first(&["cy", "al", "bo", "bo"], &["al", "di"]),
        ["bo", "cy"],
        "sorted, each name once"
    );
}

#[test]
fn empty_lists() {
    assert!(both(&[], &["a"]).is_empty(), "nobody is on an empty list");
    assert_eq!(
        only_first(&["a"], &[]),
        ["a"],
        "everyone is only on the first"
    );
}
