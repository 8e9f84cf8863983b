use super::*;

#[test]
fn a_short_bar_is_filled_with_blanks() {
    assert_eq!(bar("tea", 3, 5), "tea     |###  |   3", "three of five");
}

#[test]
fn no_count_is_an_empty_field() {
    assert_eq!(bar("milk", 0, 3), "milk    |   |   0", "nothing at all");
}

#[test]
fn a_long_bar_is_cut_but_the_number_is_true() {
    assert_eq!(bar("rice", 120, 4), "rice    |####| 120", "120 of 4");
}

#[test]
fn letters_are_counted_not_bytes() {
    assert_eq!(bar("café", 1, 2), "café    |# |   1", "a label with é");
}
