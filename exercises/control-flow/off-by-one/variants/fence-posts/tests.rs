use super::*;

#[test]
fn fits_exactly() {
    assert_eq!(posts(10, 5), 3, "posts at 0, 5 and 10");
}

#[test]
fn last_field_shorter() {
    assert_eq!(posts(11, 5), 4, "posts at 0, 5, 10 and 11");
    assert_eq!(posts(3, 5), 2, "one at each end");
}
