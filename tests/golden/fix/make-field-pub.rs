mod bank {
    pub struct Account {
        balance: i32,
    }
    pub fn open() -> Account {
        Account { balance: 0 }
    }
}
fn main() {
    println!("{}", bank::open().balance);
}
