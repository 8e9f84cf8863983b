use super::*;

#[test]
fn lowered() {
    let mut prices = [3, 0, 1];
    sale(&mut prices);
    assert_eq!(prices, [2, 0, 0], "one less, but never below 0");
}

#[test]
fn empty() {
    sale(&mut []);
}
