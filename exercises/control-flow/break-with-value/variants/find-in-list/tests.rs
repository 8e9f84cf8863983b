use super::*;

#[test]
fn free_numbers() {
    assert_eq!(next_free(&[3, 4, 6], 3), 5, "3 and 4 are taken");
    assert_eq!(next_free(&[3, 4, 6], 6), 7, "6 is taken");
    assert_eq!(next_free(&[], 0), 0, "nothing is taken");
}
