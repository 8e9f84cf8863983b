#[derive(Debug, Clone, Copy)]
struct Money {
    cents: i64,
}

fn main() {
    let lunch = Money { cents: 1250 };
    let tip = Money { cents: 150 };
    let bill = lunch + tip;
    println!("{bill:?} {}", lunch.cents);
}
