use std::fmt;

#[derive(Debug, PartialEq)]
pub enum BankError {
    NotANumber(String),
    TooMuch { missing: u32 },
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BankError::NotANumber(text) => write!(f, "'{text}' is not an amount"),
            BankError::TooMuch { missing } => write!(f, "{missing} coins missing"),
        }
    }
}

pub fn withdraw(balance: u32, text: &str) -> Result<u32, BankError> {
    let amount: u32 = text
        .parse()
        .map_err(|_| BankError::NotANumber(text.to_string()))?;
    balance.checked_sub(amount).ok_or(BankError::TooMuch {
        missing: amount.saturating_sub(balance),
    })
}
