use super::*;

#[test]
fn tea() {
    assert_eq!(
        line("tea", 2, 3.5),
        "tea         2     3.50",
        "name left, count right, two decimals"
    );
}

#[test]
fn two_digits_and_rounding() {
    assert_eq!(
        line("noodles", 12, 10.999),
        "noodles    12    11.00",
        "the price is rounded to two decimals"
    );
}

#[test]
fn long_name_is_not_cut() {
    assert_eq!(
        line("strawberries", 1, 4.0),
        "strawberries  1     4.00",
        "a width is only a minimum"
    );
}
