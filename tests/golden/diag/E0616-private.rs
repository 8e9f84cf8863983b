mod bank {
    pub struct Account {
        balance: i32,
    }
    impl Account {
        pub fn new() -> Self {
            Account { balance: 0 }
        }
    }
    fn secret() {}
}

fn main() {
    let a = bank::Account::new();
    println!("{}", a.balance);
    bank::secret();
}
