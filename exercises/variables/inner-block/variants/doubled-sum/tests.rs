use super::*;

#[test]
fn different_dice_are_added() {
    assert_eq!(score(2, 5), 7, "2 + 5");
}

#[test]
fn equal_dice_count_double() {
    assert_eq!(score(3, 3), 12, "(3 + 3) * 2");
}
