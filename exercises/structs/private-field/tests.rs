use super::*;

#[test]
fn limit() {
    assert!(rich(&bank::Account::new(1001)), "1001 is more than 1000");
    assert!(
        !rich(&bank::Account::new(1000)),
        "1000 is not more than 1000"
    );
    assert!(!rich(&bank::Account::new(-5)), "a debt is not rich");
}

#[test]
fn balance_can_be_read() {
    assert_eq!(
        bank::Account::new(7).balance(),
        7,
        "a method `balance` tells the balance"
    );
}
