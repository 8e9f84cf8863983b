use super::*;

#[test]
fn twelve_fields() {
    assert_eq!(board().len(), 12, "3 times 4");
    assert_eq!(fields(2, 2), 4, "the function works at run time, too");
}
