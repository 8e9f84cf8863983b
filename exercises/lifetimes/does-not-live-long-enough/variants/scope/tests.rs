use super::*;

#[test]
fn largest_of_both() {
    assert_eq!(tallest(&[1, 9], &[4]), Some(9), "9 is in the first list");
    assert_eq!(tallest(&[1], &[4, 2]), Some(4), "4 is in the second list");
}

#[test]
fn empty_lists() {
    assert_eq!(
        tallest(&[], &[3]),
        Some(3),
        "only the second list has numbers"
    );
    assert_eq!(tallest(&[], &[]), None, "no numbers at all");
}
