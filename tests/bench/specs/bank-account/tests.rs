use solution::*;

#[test]
fn in_and_out() {
    let mut a = Account::new("Ida");
    a.deposit(50);
    assert_eq!(a.withdraw(20), Ok(()));
    assert_eq!(a.balance(), 30);
}

#[test]
fn too_much() {
    let mut a = Account::new("Jon");
    a.deposit(5);
    let e = a.withdraw(17).unwrap_err();
    assert_eq!(e, BankError::Insufficient { missing: 12 });
    assert_eq!(e.to_string(), "12 missing");
    assert_eq!(a.balance(), 5);
}
