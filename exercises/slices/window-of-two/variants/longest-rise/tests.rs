use super::*;

#[test]
fn in_the_middle() {
    assert_eq!(longest(&[1, 1, 2, 2, 2, 1]), 3, "three twos in a row");
}

#[test]
fn at_the_end() {
    assert_eq!(
        longest(&[1, 2, 2]),
        2,
        "the longest stretch is the last one"
    );
}

#[test]
fn edges() {
    assert_eq!(longest(&[]), 0, "nothing at all");
    assert_eq!(longest(&[5]), 1, "a single value");
    assert_eq!(
        longest(&[1, 2, 1, 2, 1]),
        1,
        "equal values that are not neighbours do not count"
    );
}
