use super::*;

#[test]
fn shown() {
    assert_eq!(show(&[1, 2, 3]), "[1, 2, 3]", "brackets and commas");
    assert_eq!(show(&[]), "[]", "an empty list");
}
