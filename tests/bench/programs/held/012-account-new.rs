#[derive(Debug)]
struct Account {
    owner: String,
    balance: i64,
    open: bool,
}

impl Account {
    fn new(owner: &str) -> Account {
        Account {
            owner: owner.to_string(),
            balance: 0,
        }
    }
}

fn main() {
    let mut acc = Account::new("Ines");
    acc.balance += 120;
    println!("{} has {}", acc.owner, acc.balance);
    if acc.open || acc.balance > 0 {
        println!("usable");
    }
}
