use super::*;

#[test]
fn ends_are_cut_off() {
    assert_eq!(counted(&[9, 4, 5, 1]), [4, 5], "only the middle counts");
    assert_eq!(counted(&[7, 8, 9]), [8], "one mark in the middle");
}

#[test]
fn too_few_marks() {
    assert!(counted(&[]).is_empty(), "no marks at all");
    assert!(counted(&[3]).is_empty(), "one mark is first and last");
    assert!(counted(&[3, 4]).is_empty(), "two marks are first and last");
}
