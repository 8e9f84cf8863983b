pub mod bank {
    pub struct Account {
        pub balance: i64,
    }

    impl Account {
        pub fn new(balance: i64) -> Self {
            Account { balance }
        }
    }
}

pub fn rich(account: &bank::Account) -> bool {
    account.balance > 1000
}
