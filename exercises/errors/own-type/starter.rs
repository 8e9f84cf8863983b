use std::fmt;

#[derive(Debug, PartialEq)]
pub enum BankError {
    NotANumber(String),
    TooMuch { missing: u32 },
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!()
    }
}

// make it an error

pub fn withdraw(balance: u32, text: &str) -> Result<u32, BankError> {
    todo!()
}
