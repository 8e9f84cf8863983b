use super::*;

#[test]
fn last_two() {
    assert_eq!(
        latest(&["a", "b", "c"], 2),
        ["b", "c"],
        "the last two, in order"
    );
}

#[test]
fn edges() {
    assert_eq!(
        latest(&["a"], 5),
        ["a"],
        "fewer than asked for: all of them"
    );
    assert!(latest(&["a", "b"], 0).is_empty(), "none asked for");
    assert!(latest(&[], 1).is_empty(), "none there");
}
