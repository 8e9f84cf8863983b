use super::*;

#[test]
fn first_pair_wins() {
    assert_eq!(pair(12), (1, 12), "1 * 12 comes before 2 * 6 and 3 * 4");
    assert_eq!(pair(39), (3, 13), "3 * 13");
}

#[test]
fn no_pair() {
    assert_eq!(pair(23), (0, 0), "23 would need a number above 20");
}

#[test]
fn first_number_small() {
    assert_eq!(pair(36), (2, 18), "2 * 18 comes before 3 * 12");
}
