use std::collections::BTreeMap;
use std::fmt;

#[derive(Debug, PartialEq)]
pub enum BankError {
    UnknownAccount(u32),
    Overdrawn { missing: u64 },
    SameAccount,
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BankError::UnknownAccount(id) => write!(f, "no account {id}"),
            BankError::Overdrawn { missing } => write!(f, "short by {missing}"),
        }
    }
}

impl std::error::Error for BankError {}

#[derive(Default)]
pub struct Bank {
    accounts: BTreeMap<u32, u64>,
}

impl Bank {
    pub fn open(&mut self, id: u32, cents: u64) {
        self.accounts.insert(id, cents);
    }

    pub fn balance(&self, id: u32) -> Result<u64, BankError> {
        self.accounts.get(&id).ok_or(BankError::UnknownAccount(id))
    }

    pub fn transfer(&mut self, from: u32, to: u32, cents: u64) -> Result<(), BankError> {
        if from == to {
            return Err(BankError::SameAccount);
        }
        let have = self.balance(from)?;
        let target = self.balance(to)?;
        if have < cents {
            return Err(BankError::Overdrawn { missing: cents - have });
        }
        self.accounts.insert(from, have - cents);
        self.accounts.insert(to, target + cents);
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut bank = Bank::default();
    bank.open(1, 500);
    bank.open(2, 0);
    bank.transfer(1, 2, 200)?;
    println!("{} {}", bank.balance(1)?, bank.balance(2)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank() -> Bank {
        let mut b = Bank::default();
        b.open(1, 500);
        b.open(2, 50);
        b
    }

    #[test]
    fn moves_money() {
        let mut b = bank();
        b.transfer(1, 2, 200).unwrap();
        assert_eq!(b.balance(1), Ok(300));
        assert_eq!(b.balance(2), Ok(250));
    }

    #[test]
    fn says_how_much_is_missing() {
        let e = bank().transfer(2, 1, 80).unwrap_err();
        assert_eq!(e.to_string(), "short by 30");
    }

    #[test]
    fn unknown() {
        assert_eq!(bank().balance(9), Err(BankError::UnknownAccount(9)));
    }
}
