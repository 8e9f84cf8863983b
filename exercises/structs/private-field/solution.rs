pub mod bank {
    pub struct Account {
        balance: i64,
    }

    impl Account {
        pub fn new(balance: i64) -> Self {
            Account { balance }
        }

        pub fn balance(&self) -> i64 {
            self.balance
        }
    }
}

pub fn rich(account: &bank::Account) -> bool {
    account.balance() > 1000
}
