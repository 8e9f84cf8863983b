use super::*;

#[test]
fn largest() {
    assert_eq!(largest_plus(&[3, 9], 4), 9, "in the list");
    assert_eq!(largest_plus(&[3, 9], 9), 10, "the extra number plus one");
    assert_eq!(largest_plus(&[], 0), 1, "an empty list");
}
