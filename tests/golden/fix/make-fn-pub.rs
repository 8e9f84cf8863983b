mod bank {
    pub struct Account;
    impl Account {
        fn total(&self) -> i32 {
            0
        }
    }
}
fn main() {
    println!("{}", bank::Account.total());
}
