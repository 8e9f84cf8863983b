use super::*;

#[test]
fn few() {
    assert_eq!(deposits(10), 40, "4 times 10 coins");
    assert_eq!(deposits(0), 0, "no coins");
}

#[test]
fn no_coin_is_lost() {
    assert_eq!(deposits(5000), 20_000, "4 times 5000 coins");
}
