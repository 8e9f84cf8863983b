use super::*;

#[test]
fn cents_are_kept() {
    assert_eq!(pay(2, 20.25), 51.0, "2 * 20.25 + 10.5");
}

#[test]
fn only_the_way() {
    assert_eq!(pay(0, 99.0), 10.5, "no hours: only the way is paid");
}

#[test]
fn half_a_coin() {
    assert_eq!(pay(1, 0.5), 11.0, "a rate below one still counts");
}
