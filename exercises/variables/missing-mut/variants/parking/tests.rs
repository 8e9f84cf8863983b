use super::*;

#[test]
fn free_hour_without_coins() {
    assert_eq!(minutes(0), 60, "the first hour is free");
}

#[test]
fn each_coin_adds_twelve() {
    assert_eq!(minutes(3), 96, "60 free minutes and 3 times 12");
}
