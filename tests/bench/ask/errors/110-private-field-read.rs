mod wallet {
    pub struct Wallet {
        balance: i64,
    }
    impl Wallet {
        pub fn new() -> Self {
            Wallet { balance: 50 }
        }
        pub fn balance(&self) -> i64 {
            self.balance
        }
    }
}

fn main() {
    let w = wallet::Wallet::new();
    println!("{}", w.balance() - w.balance);
}
