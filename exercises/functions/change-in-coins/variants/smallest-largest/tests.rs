use super::*;

#[test]
fn every_order() {
    for (a, b, c) in [(3, 9, 5), (9, 5, 3), (5, 3, 9), (5, 9, 3)] {
        assert_eq!(
            range(a, b, c),
            (3, 9),
            "smallest and largest of {a}, {b}, {c}"
        );
    }
}

#[test]
fn negative_and_equal() {
    assert_eq!(range(-1, -8, -3), (-8, -1), "negative numbers count too");
    assert_eq!(range(4, 4, 4), (4, 4), "all the same");
}
