use super::*;

#[test]
fn enough() {
    let mut purse = Purse { coins: 5 };
    assert!(purse.pay(5), "five of five coins can be paid");
    assert_eq!(purse.coins, 0, "the purse is empty now");
}

#[test]
fn not_enough() {
    let mut purse = Purse { coins: 2 };
    assert!(!purse.pay(3), "three of two coins cannot be paid");
    assert_eq!(purse.coins, 2, "nothing was taken out");
}
