use super::*;

use std::error::Error as TheTrait;

fn boxed(balance: u32, text: &str) -> Result<u32, Box<dyn TheTrait>> {
    Ok(withdraw(balance, text)?)
}

#[test]
fn enough() {
    assert_eq!(withdraw(10, "4"), Ok(6), "six are left");
    assert_eq!(withdraw(10, "10"), Ok(0), "all of it");
}

#[test]
fn too_much() {
    assert_eq!(
        withdraw(10, "15"),
        Err(BankError::TooMuch { missing: 5 }),
        "five are missing"
    );
    assert_eq!(
        boxed(10, "15").unwrap_err().to_string(),
        "5 coins missing",
        "the text of the error"
    );
}

#[test]
fn no_number() {
    assert_eq!(
        withdraw(10, "x"),
        Err(BankError::NotANumber(String::from("x"))),
        "the input is kept"
    );
    assert_eq!(
        boxed(10, "x").unwrap_err().to_string(),
        "'x' is not an amount",
        "the text of the error"
    );
}
