use super::*;

#[test]
fn third_size() {
    assert_eq!(depth(&Crate(4, 5, 6)), 6, "the third size");
    assert_eq!(depth(&Crate(9, 8, 7)), 7, "the third size");
}
