use super::*;

#[test]
fn a_fifth_off() {
    assert_eq!(sale(100), "100 -> 80", "a fifth of 100 is 20");
}

#[test]
fn small_prices() {
    assert_eq!(
        sale(4),
        "4 -> 4",
        "a fifth of 4 is nothing in whole numbers"
    );
    assert_eq!(sale(11), "11 -> 9", "a fifth of 11 is 2");
}
