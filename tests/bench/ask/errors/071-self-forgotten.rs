struct Account {
    balance: i64,
}

impl Account {
    fn deposit(&mut self, amount: i64) {
        balance += amount;
    }
}

fn main() {
    let mut account = Account { balance: 10 };
    account.deposit(5);
    println!("{}", account.balance);
}
