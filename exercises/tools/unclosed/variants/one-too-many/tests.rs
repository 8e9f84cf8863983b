use super::*;

#[test]
fn larger_one() {
    assert_eq!(best(3, 12), 12, "12 is larger");
    assert_eq!(best(4, 3), 8, "4 is below 10");
    assert_eq!(best(10, 10), 10, "10 is not below 10");
}
