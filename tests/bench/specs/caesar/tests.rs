use solution::*;

#[test]
fn wraps_round() {
    assert_eq!(shift("xyz ABC!", 3), "abc DEF!");
}

#[test]
fn back_again() {
    assert_eq!(
        shift(&shift("Meet me at 9, Zoe", 29), -29),
        "Meet me at 9, Zoe"
    );
}

#[test]
fn negative() {
    assert_eq!(shift("abc", -1), "zab");
}
