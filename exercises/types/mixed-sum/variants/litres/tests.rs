use super::*;

#[test]
fn cans_and_rest() {
    assert_eq!(litres(3, 0.75), 15.75, "3 cans of 5 litres and 0.75");
}

#[test]
fn nothing_but_the_rest() {
    assert_eq!(litres(0, 0.2), 0.2, "no full can");
}
