use super::*;

#[test]
fn in_either_half() {
    assert_eq!(largest(&[9, 1, 2, 3]), Some(9), "in the first half");
    assert_eq!(largest(&[1, 2, 3, 8]), Some(8), "in the second half");
}

#[test]
fn short_lists() {
    assert_eq!(largest(&[]), None, "no numbers");
    assert_eq!(largest(&[4]), Some(4), "one number");
}
