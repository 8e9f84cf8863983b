struct Account { balance: i64 }
fn main() { let a = Account { balance: 4 }; println!("{}", a.owner()); }
